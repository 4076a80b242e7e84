out = []
for i in range(3):
    out.append(i)
    i += 10
return out, i
