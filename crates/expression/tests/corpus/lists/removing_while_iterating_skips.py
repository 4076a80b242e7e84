a = [1, 1, 2, 3]
for x in a:
    if x == 1:
        a.remove(x)
return a
