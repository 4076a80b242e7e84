request = 'shadowed'
len = 3
return request, len
