# ends with: returned or RuntimeError
class Evil:
    def __eq__(self, other):
        d.clear()
        return True
d = {'a': Evil(), 'b': 2}
return d == {'a': 1, 'b': 2}
