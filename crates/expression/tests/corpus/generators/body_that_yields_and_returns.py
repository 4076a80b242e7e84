yield 1
yield from ['a', 'b']
if True:
    return 5
yield 'not reached'
