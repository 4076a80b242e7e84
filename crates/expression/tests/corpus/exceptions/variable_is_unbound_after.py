e = 'before'
try:
    1 / 0
except ZeroDivisionError as e:
    message = str(e)
try:
    return e
except NameError as error:
    return message, str(error)
