import copy
a = {'x': [1, {'y': 2}], 'n': 5}
b = copy.copy(a)
c = copy.deepcopy(a)
a['x'][1]['y'] = 9
a['new'] = 1
return b, c, copy.copy([1, [2]]), copy.deepcopy((1, [2])), copy.copy('a'), copy.deepcopy({1, 2}) == {1, 2}
