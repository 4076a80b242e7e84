# ends with: limit
s = 'x' * 100000
return ('%(s)s' * 100000) % {'s': s}
