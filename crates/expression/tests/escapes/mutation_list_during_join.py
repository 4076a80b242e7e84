# ends with: returned or TypeError
a = ['x', 'y']
def items():
    for x in a:
        a.clear()
        yield x
return ','.join(items())
