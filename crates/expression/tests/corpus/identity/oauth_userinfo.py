info = {'sub': '123', 'login': 'Ada-L', 'email': None, 'emails': [{'email': 'a@x', 'verified': False}, {'email': 'b@x', 'verified': True, 'primary': True}], 'avatar_url': 'https://x/1.png'}
email = info.get('email')
if email is None:
    for candidate in info.get('emails', []):
        if candidate.get('verified') and candidate.get('primary'):
            email = candidate['email']
            break
    else:
        email = ''
return {'username': info['login'].lower(), 'email': email, 'name': info.get('name') or info['login'], 'attributes': {'avatar': info.get('avatar_url')}}
