try:
    undefined
except:
    return 'caught'
