texts = ['', 'abc', 'aXbXc', 'äbcäbc', '日本語 a', 'ab' * 4]
places = [None, 0, 1, 3, 100, -1, -2, -100]
mark = 0
for text in texts:
    for start in places:
        for end in places:
            results = [text[start:end], text[start:end:2], text[start:end:-1], text[start:end:-3], text.find('b', start, end), text.rfind('b', start, end), text.count('', start, end), text.startswith('a', start, end), text.endswith('c', start, end), text.find('', start, end)]
            mark = (mark * 31 + sum(map(ord, repr(results)))) % 1000000007
    print(repr(text), mark)
