table = '''
it;1001;Zurich
hr;1002;Bern
# comment
'''
rows = {}
for line in table.strip().splitlines():
    line = line.strip()
    if not line or line.startswith('#'):
        continue
    code, number, city = line.split(';')
    rows[code] = {'number': int(number), 'city': city}
return rows['hr'], list(rows), sum(r['number'] for r in rows.values())
