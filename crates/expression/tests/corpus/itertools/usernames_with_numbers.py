from itertools import count
taken = {'ada', 'ada1', 'ada2'}
def free(base):
    if base not in taken:
        return base
    return next(c for c in (f'{base}{n}' for n in count(1)) if c not in taken)
return free('ada'), free('bob')
