log = []
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('handler')
    finally:
        log.append('finally')
except ValueError as e:
    log.append(str(e))
try:
    try:
        raise ValueError('first')
    finally:
        raise KeyError('second')
except KeyError as e:
    log.append((str(e), str(e.__context__)))
return log
