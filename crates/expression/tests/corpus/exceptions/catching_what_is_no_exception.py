try:
    try:
        raise ValueError('x')
    except 'text':
        pass
except TypeError as e:
    return str(e)
