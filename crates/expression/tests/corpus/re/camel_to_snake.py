import re
def snake(name):
    return re.sub(r'([a-z0-9])([A-Z])', r'\1_\2', re.sub(r'(.)([A-Z][a-z]+)', r'\1_\2', name)).lower()
return [snake(n) for n in ('givenName', 'HTTPServer', 'userID2Name', 'x')]
