try:
    'abc'.contains('a')
except AttributeError as e:
    return str(e)
