from itertools import islice
return list(islice('abcdef', 2)), list(islice('abcdef', 2, 4)), list(islice('abcdef', 1, None, 2)), list(islice('abcdef', None)), list(islice([], 3)), list(islice(iter('abc'), 0))
