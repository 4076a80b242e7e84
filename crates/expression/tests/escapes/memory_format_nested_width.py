# ends with: limit or ValueError
n = 10 ** 11
return f'{"x":>{n}}'
