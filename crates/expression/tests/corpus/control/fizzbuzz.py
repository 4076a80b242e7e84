out = []
for i in range(1, 16):
    out.append('fizz' * (i % 3 == 0) + 'buzz' * (i % 5 == 0) or i)
return out
