# ends with: RuntimeError or limit
s = {0}
s.update(x + 1 for x in s)
return s
