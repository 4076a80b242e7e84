try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined_name
except NameError as e:
    return str(e), type(e.__context__).__name__, e.__cause__
