class User:
    email = 'ada@Example.COM'
user = User()
allowed = ['example.com', 'example.org']
domain = user.email.split('@')[1].lower()
return domain in allowed
