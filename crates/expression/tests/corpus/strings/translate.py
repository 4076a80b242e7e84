table = str.maketrans({'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss', '-': None})
other = str.maketrans('abc', 'xyz', 'd')
return 'größe-über'.translate(table), 'abcd'.translate(other), 'abc'.translate({97: 'A', 98: None, 99: 67}), sorted(str.maketrans('a', 'b').items())
