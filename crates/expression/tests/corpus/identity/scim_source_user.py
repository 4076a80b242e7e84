data = {'userName': 'ada', 'name': {'givenName': 'Ada', 'familyName': 'Lovelace'}, 'emails': [{'value': 'old@x', 'primary': False}, {'value': 'ada@x', 'primary': True}], 'active': 'true', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {'department': 'R&D'}}
def main(values):
    if not values:
        return None
    return next((v['value'] for v in values if v.get('primary')), values[0]['value'])
enterprise = data.get('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', {})
return {'username': data['userName'], 'email': main(data.get('emails')), 'name': ' '.join(filter(None, [data['name'].get(k) for k in ('givenName', 'middleName', 'familyName')])), 'is_active': str(data['active']).lower() == 'true', 'attributes': {'department': enterprise.get('department'), 'manager': enterprise.get('manager', {}).get('value')}}
