x = 'outer'
def f(x, list=3):
    x += '!'
    return x, list
return f('inner'), x, list('a')
