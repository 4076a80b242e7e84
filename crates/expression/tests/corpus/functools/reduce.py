from functools import reduce
import operator
out = [reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, [1, 2, 3, 4], 10), reduce(lambda a, b: b + a, 'abc'), reduce(lambda a, b: a, [], 'start'), reduce(lambda d, k: d[k], ['a', 'b'], {'a': {'b': 5}})]
try:
    reduce(operator.add, [])
except TypeError as e:
    out.append(str(e))
return out
