# ends with: ValueError or limit
return ('{:' * 1000 + '}' * 1000).format(*range(1000))
