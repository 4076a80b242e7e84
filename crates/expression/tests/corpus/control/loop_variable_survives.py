for i in range(3):
    pass
for j in []:
    pass
try:
    return i, j
except NameError as e:
    return i, str(e)
