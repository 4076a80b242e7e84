t = 1, 2
single = 3,
return t, single, type(single).__name__
