import re
p = re.compile(r'(\d+)-(\d+)')
return p.match('1-2').groups(), p.search('x 3-4').span(), p.findall('1-2 3-4'), p.sub(r'\2-\1', '1-2'), p.fullmatch('1-2x'), p.pattern, p.groups, p.split('a1-2b'), [m[0] for m in p.finditer('5-6 7-8')], p.search('1-2 3-4', 3).group(), p.match('x1-2', 1).group(), re.compile(p) is p, p.sub('x', '1-2 3-4', count=1), p.groupindex == {}
