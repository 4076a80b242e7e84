from functools import cmp_to_key
def compare(a, b):
    return len(a) - len(b) or (a > b) - (a < b)
return sorted(['ccc', 'a', 'bb', 'aa'], key=cmp_to_key(compare)), max(['x', 'yy'], key=cmp_to_key(compare)), sorted([1, 2, 3], key=cmp_to_key(lambda a, b: b - a))
