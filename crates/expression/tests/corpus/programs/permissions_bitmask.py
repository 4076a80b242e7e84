READ, WRITE, ADMIN = (1 << n for n in range(3))
names = {READ: 'read', WRITE: 'write', ADMIN: 'admin'}
def show(mask):
    return '|'.join(n for bit, n in names.items() if mask & bit) or 'none'
return [show(m) for m in range(8)], show(READ | ADMIN & ~WRITE)
