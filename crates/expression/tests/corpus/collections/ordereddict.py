from collections import OrderedDict
d = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
d.move_to_end('a')
e = list(d)
d.move_to_end('c', last=False)
return dict(d), e, list(d), d.popitem(), d.popitem(last=False), d == {'b': 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(), isinstance(d, dict)
