# ends with: RuntimeError or limit or returned
s = {0}
s.update(x + 1 for x in s)
return s
