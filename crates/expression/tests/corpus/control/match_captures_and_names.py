class Status:
    OPEN = 'open'
    CLOSED = 'closed'
def f(x):
    match x:
        case Status.OPEN:
            return 'is open'
        case {'status': Status.CLOSED as s}:
            return f'inner {s}'
        case ['go', ('north' | 'south') as direction]:
            return direction
        case value:
            return ('else', value)
return f('open'), f({'status': 'closed'}), f(['go', 'north']), f(['go', 'up']), f('closed')
