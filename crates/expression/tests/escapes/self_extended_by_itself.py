# ends with: limit
a = [1]
a.extend(x for x in a)
