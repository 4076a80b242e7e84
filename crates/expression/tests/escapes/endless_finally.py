# ends with: limit
def f():
    try:
        while True:
            pass
    finally:
        return f()
return f()
