import base64
header = 'Basic ' + base64.b64encode(b'ada:s3cr:et').decode('ascii')
kind, _, value = header.partition(' ')
user, _, password = base64.b64decode(value).decode().partition(':')
return header, kind.lower(), user, password
