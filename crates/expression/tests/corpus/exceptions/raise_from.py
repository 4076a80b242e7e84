try:
    try:
        {}['key']
    except KeyError as e:
        raise ValueError('bad settings') from e
except ValueError as e:
    return str(e), repr(e.__cause__), e.__context__ is e.__cause__
