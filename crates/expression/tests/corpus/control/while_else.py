def search(n):
    i = 0
    while i < 3:
        if i == n:
            break
        i += 1
    else:
        return 'not found', i
    return 'found', i
return search(1), search(7)
