try:
    try:
        {}['key']
    except KeyError:
        raise ValueError('clean') from None
except ValueError as e:
    return e.__cause__, repr(e.__context__), e.__suppress_context__
