# ends with: limit
s = 'x' * 100000
return ('{0}' * 100000).format(s)
