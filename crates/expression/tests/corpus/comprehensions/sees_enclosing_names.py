factor = 3
names = ['a', 'b']
def scale(values):
    offset = 1
    return [v * factor + offset for v in values]
return scale([1, 2]), {n: factor for n in names}, [[factor * y for y in range(2)] for x in range(2)]
