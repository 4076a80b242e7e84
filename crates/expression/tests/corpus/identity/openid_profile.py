class User:
    name = 'Ada King Lovelace'
    username = 'ada'
    attributes = {'settings': {'locale': 'de'}}
    def group_attributes(self, request=None):
        return {'settings': {'locale': 'en'}, 'team': 'x'}
user = User()
return {
    'name': user.name,
    'given_name': user.name,
    'preferred_username': user.username,
    'nickname': user.username,
    'locale': user.attributes.get('settings', {}).get('locale', user.group_attributes().get('settings', {}).get('locale')),
}
