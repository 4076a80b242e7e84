try:
    reversed({1, 2})
except TypeError as e:
    first = str(e)
try:
    reversed(x for x in [])
except TypeError as e:
    second = str(e)
return first, second
