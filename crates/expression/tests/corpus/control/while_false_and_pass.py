while False:
    x = 1
else:
    x = 'else ran'
while 0: pass
return x
