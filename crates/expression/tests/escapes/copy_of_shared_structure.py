# ends with: limit or returned
import copy
a = ['x']
for _ in range(60):
    a = [a, a]
return copy.deepcopy(a) is not None
