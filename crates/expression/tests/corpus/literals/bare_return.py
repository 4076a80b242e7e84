if True:
    return
return 'not reached'
