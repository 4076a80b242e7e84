return str.upper('a'), list(map(str.strip, [' a ', 'b '])), sorted(['b', 'A', 'c'], key=str.lower), str.join('-', ['a', 'b']), str.split('a b')
