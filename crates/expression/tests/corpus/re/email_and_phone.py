import re
email = re.compile(r'^[^@\s]+@[^@\s]+\.[a-zA-Z]{2,}$')
phones = ['+41 (0)44 123 45 67', '044-1234567', 'x']
return [bool(email.match(e)) for e in ('a@b.ch', 'a@b', 'a b@c.de', '@x.y')], [re.sub(r'[^\d+]', '', p.replace('(0)', '')) for p in phones]
