# ends with: limit or returned
a = [1]
a.extend(x for x in a)
