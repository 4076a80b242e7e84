def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
return factorial(30), a
