from itertools import chain
return list(chain('ab', [1], ())), list(chain.from_iterable([[1], [2, 3], 'x'])), list(chain()), set(chain({1}, {2})) == {1, 2}
