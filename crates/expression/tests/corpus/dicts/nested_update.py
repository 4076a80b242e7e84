profile = {'groups': ['a'], 'address': {'city': 'Bern'}}
profile['address']['zip'] = '3000'
profile['groups'].append('b')
profile.setdefault('tags', []).append('x')
profile.setdefault('tags', []).append('y')
return profile
