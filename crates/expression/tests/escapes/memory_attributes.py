# ends with: limit
class A:
    pass
a = A()
n = 0
while True:
    n += 1
    setattr(a, f'x{n}', n)
