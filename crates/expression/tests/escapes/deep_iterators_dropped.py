# ends with: returned
it = iter([])
for _ in range(50000):
    it = map(abs, it)
return it is not None
