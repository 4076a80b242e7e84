from itertools import groupby
def encode(s):
    return ''.join(f'{len(list(g))}{c}' for c, g in groupby(s))
return encode('aaabccd'), encode('')
