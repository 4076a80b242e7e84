# python < 3.12
def f():
    return later
try:
    f()
except NameError as e:
    message = str(e)
later = 1
return message, f()
