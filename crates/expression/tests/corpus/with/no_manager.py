try:
    with 5 as x:
        pass
except TypeError as e:
    return str(e)
