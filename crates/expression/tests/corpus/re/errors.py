import re
results = []
for pattern in ('(', ')', '[a', '*a', 'a**', '(?P<1a>x)', r'\1', '(?P=x)', 'a{3,2}', '(?z)', '[b-a]', '(?<=a+)b', '\\'):
    try:
        re.compile(pattern)
        results.append('fine')
    except re.error as e:
        results.append(str(e))
return results
