# ends with: limit
print('x' * 10 ** 6, *['y' * 1000] * 100000)
