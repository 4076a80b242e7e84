s = 'hello'
return [s.find('l'), s.rfind('l'), s.find('x'), s.find('l', 3), s.find('l', 4), s.find(''), s.index('e'), s.rindex('l'), s.find('lo', -2), s.find('h', 1), s.rfind(''), s.find('', 9), s.count('l'), s.count(''), 'aaaa'.count('aa'), s.count('l', 3)]
