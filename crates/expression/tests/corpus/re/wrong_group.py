import re
m = re.match('(a)', 'a')
results = []
for f in (lambda: m.group(2), lambda: m['x'], lambda: m.start(5), lambda: re.sub('(a)', r'\2', 'a'), lambda: re.match(1, 'a'), lambda: re.match('a', 5), lambda: re.match('a', None), lambda: re.search('a', b'a')):
    try:
        results.append(f())
    except (IndexError, re.error, TypeError) as e:
        results.append(str(e))
return results
