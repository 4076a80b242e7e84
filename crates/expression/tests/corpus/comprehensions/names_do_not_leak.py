[zz for zz in range(3)]
try:
    return zz
except NameError as e:
    return str(e)
