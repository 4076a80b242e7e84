out = []
try:
    try:
        raise KeyError('inner')
    except KeyError as e:
        out.append(str(e))
        try:
            raise ValueError('second')
        except ValueError as e2:
            out.append(str(e2))
        out.append('after')
        raise
except KeyError as e:
    out.append('outer ' + str(e))
return out
