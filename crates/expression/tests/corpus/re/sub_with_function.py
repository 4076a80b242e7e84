import re
counter = []
def number(m):
    counter.append(m.group())
    return f'<{len(counter)}>'
return re.sub(r'\w+', lambda m: m.group().title(), 'ada lovelace'), re.sub('[abc]', number, 'a-b-c'), counter, re.sub(r'(\d+)', lambda m: str(int(m[1]) * 2), 'a1b20'), re.subn('a', 'b', 'banana'), re.sub('a', lambda m: '\\1', 'a')
