try:
    try:
        pass
    except ValueError:
        return 'inner'
    else:
        raise ValueError('from else')
except ValueError as e:
    return 'outer', str(e)
