calls = []
def value(n):
    calls.append(n)
    return n
result = value(3) < value(1) < value(9)
return result, calls
