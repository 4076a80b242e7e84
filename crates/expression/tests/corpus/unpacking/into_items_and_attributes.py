class Box:
    pass
box = Box()
d = {}
items = [0, 0]
box.x, d['y'], items[1] = 1, 2, 3
(box.z, *d['rest']) = 'abc'
return box.x, d, items, box.z
