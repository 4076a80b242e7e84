d = {frozenset([1, 2]): 'pair'}
s = {frozenset(), frozenset([1])}
return d[frozenset([2, 1])], len(s), frozenset([1]) in s, frozenset([1]) | {2} == {1, 2}, hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
