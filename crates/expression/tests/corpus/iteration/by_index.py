class Letters:
    def __getitem__(self, i):
        return 'abc'[i]
return list(Letters()), 'b' in Letters(), [*Letters()], list(reversed('abc'))
