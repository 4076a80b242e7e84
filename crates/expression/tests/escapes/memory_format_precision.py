# ends with: limit or ValueError
return f'{1.5:.1000000000f}'
