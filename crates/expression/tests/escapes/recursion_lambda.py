# ends with: RecursionError or limit
f = lambda: f()
return f()
