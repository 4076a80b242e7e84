def first_even(values):
    for v in values:
        if v % 2 == 0:
            result = v
            break
    else:
        result = 'none'
    return result
return first_even([1, 4, 6]), first_even([1, 3]), first_even([])
