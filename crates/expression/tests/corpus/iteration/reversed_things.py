class Own:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return i * 10
class Special:
    def __reversed__(self):
        return iter(['special'])
return list(reversed([1, 2])), list(reversed('ab')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed(Own())), list(reversed(Special())), list(reversed({'a': 1, 'b': 2}))
