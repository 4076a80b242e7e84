import hashlib
email = '  Ada@Example.com '
return 'https://www.gravatar.com/avatar/' + hashlib.md5(email.strip().lower().encode('utf-8')).hexdigest()
