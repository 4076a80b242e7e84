# ends with: limit or returned or RecursionError
def f():
    try:
        return f()
    except:
        return f()
return f()
