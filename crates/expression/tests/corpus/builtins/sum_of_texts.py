try:
    sum(['a', 'b'], '')
except TypeError as e:
    return str(e)
