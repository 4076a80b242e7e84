import re
table = {'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', 'é': 'e', 'è': 'e', 'ç': 'c', 'ñ': 'n'}
def username(first, last, taken=()):
    base = f'{first[:1]}.{last}'.lower()
    base = ''.join(table.get(c, c) for c in base)
    base = re.sub(r'[^a-z0-9.]+', '', base)[:12].strip('.')
    name, n = base, 1
    while name in taken:
        n += 1
        name = f'{base}{n}'
    return name
return username('Jürgen', 'Größmann'), username('José', "O'Neil-Peña"), username('A', 'B', {'a.b', 'a.b2'}), username('X', 'averyveryverylongname')
