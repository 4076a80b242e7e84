class Endpoint:
    name, host = 'desk-1', 'rdp.example.com:3389'
class User:
    username = 'ada@example.com'
host, _, port = Endpoint.host.partition(':')
return {'username': User.username.split('@')[0], 'domain': User.username.split('@')[-1].split('.')[0].upper(), 'hostname': host, 'port': port or '3389', **({'resize-method': 'display-update'} if Endpoint.name.startswith('desk') else {})}
