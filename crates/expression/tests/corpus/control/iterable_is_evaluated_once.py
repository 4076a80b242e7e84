calls = []
def items():
    calls.append(1)
    return [1, 2, 3]
for x in items():
    pass
n = 3
for i in range(n):
    n = 10
return calls, i
