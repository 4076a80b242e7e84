# ends with: returned
e = None
for _ in range(50000):
    new = ValueError(e)
    e = new
return e is not None
