class User:
    username, name, email, is_active, uid = 'ada', 'Ada King Lovelace', 'ada@example.com', True, 'abc'
user = User()
given, family = user.name, ' '
if ' ' in user.name:
    given, _, family = user.name.partition(' ')
formatted = user.name
if not formatted:
    formatted = f'{given} {family}'
avatar = None
photos = [{'value': avatar, 'type': 'photo'}] if avatar else None
locale = None
emails = []
if user.email:
    emails = [{'value': user.email, 'type': 'other', 'primary': True}]
return {
    'userName': user.username,
    'name': {'formatted': formatted, 'givenName': given, 'familyName': family},
    'displayName': user.name,
    'photos': photos,
    'locale': locale,
    'active': user.is_active,
    'emails': emails,
}
