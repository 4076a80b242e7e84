# ends with: limit
try:
    'x' * 10 ** 12
except:
    return 'caught'
finally:
    return 'swallowed'
