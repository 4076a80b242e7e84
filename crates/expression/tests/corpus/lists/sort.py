a = ['b', 'A', 'c']
a.sort()
b = [3, 1, 2]
b.sort(reverse=True)
c = ['aa', 'b', 'ccc']
result = c.sort(key=len, reverse=True)
return a, b, c, result
