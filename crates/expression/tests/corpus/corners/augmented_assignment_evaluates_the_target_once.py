calls = []
d = {'k': 1}
def key():
    calls.append(1)
    return 'k'
d[key()] += 5
class Box:
    n = 1
def box():
    calls.append(2)
    return b
b = Box()
box().n += 1
return d, b.n, Box.n, calls
