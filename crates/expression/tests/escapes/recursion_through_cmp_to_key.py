# ends with: RecursionError or limit
from functools import cmp_to_key
def compare(a, b):
    return sorted([1, 2], key=cmp_to_key(compare))
return compare(1, 2)
