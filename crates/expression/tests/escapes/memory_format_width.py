# ends with: limit or ValueError
return f'{1:1000000000000}'
