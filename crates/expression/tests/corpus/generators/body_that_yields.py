for group in ['admins', 'users']:
    yield group
