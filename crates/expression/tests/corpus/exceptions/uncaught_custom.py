class AccessDenied(Exception):
    pass
print('checking')
raise AccessDenied('no entry')
