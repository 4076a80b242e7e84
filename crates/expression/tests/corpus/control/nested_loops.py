out = []
for i in range(3):
    for j in range(3):
        if j == i:
            break
        out.append((i, j))
    else:
        out.append('no break')
return out
