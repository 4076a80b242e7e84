# ends with: RecursionError or limit
import copy
a = []
for _ in range(100000):
    a = [a]
return copy.deepcopy(a)
