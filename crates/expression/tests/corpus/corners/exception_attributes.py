try:
    raise OSError(5, 'Denied', 'file')
except OSError as e:
    first = e.errno, e.strerror, e.filename, str(e), type(e).__name__
try:
    {}[('a', 1)]
except KeyError as e:
    second = e.args[0]
try:
    'x'.y
except AttributeError as e:
    third = str(e)
try:
    zzz
except NameError as e:
    fourth = str(e)
return first, second, third, fourth
