result = print('shown')
print('a', 1, None, sep='|')
print(end='x\n')
return result
