# ends with: TypeError
d = {}
d['x'] = d
return hash((1, d))
