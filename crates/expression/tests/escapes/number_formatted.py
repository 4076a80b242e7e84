# ends with: limit or ValueError
return len(f'{1 << 10 ** 7:d}')
