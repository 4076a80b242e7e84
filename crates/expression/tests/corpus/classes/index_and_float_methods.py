class N:
    def __int__(self):
        return 7
    def __float__(self):
        return 7.5
    def __index__(self):
        return 2
    def __round__(self, n=None):
        return ('rounded', n)
n = N()
return int(n), float(n), 'abc'[n], round(n), round(n, 1), hex(n), [0] * n, range(n)
