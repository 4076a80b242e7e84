try:
    [1, 'a', None].sort()
except TypeError as e:
    first = str(e)
try:
    sorted([1, 2], key=lambda x: x['a'])
except TypeError as e:
    second = str(e)
return first, second
