class Box:
    pass
b = Box()
d = {}
for b.value in range(3):
    pass
for d['k'], d['v'] in [(1, 2), (3, 4)]:
    pass
return b.value, d
