e = ValueError('x')
e.add_note('more')
try:
    raise e.with_traceback(None)
except ValueError as caught:
    return caught is e, caught.__notes__
