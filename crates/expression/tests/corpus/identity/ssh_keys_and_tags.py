class User:
    username = 'ada'
    attributes = {'sshPublicKeys': ['ssh-ed25519 AAAA ada@laptop', 'ssh-rsa BBBB'], 'team': 'core'}
tags = [f'{k}:{v}' for k, v in sorted(User.attributes.items()) if isinstance(v, str)]
return {'keys': [dict(zip(('type', 'key', 'comment'), key.split(' ', 2))) for key in User.attributes['sshPublicKeys']], 'tags': ','.join(tags + ['user:%s' % User.username])}
