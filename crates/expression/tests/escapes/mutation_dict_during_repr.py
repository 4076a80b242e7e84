# ends with: returned or RuntimeError
class Evil:
    def __repr__(self):
        d['new'] = 1
        return 'evil'
d = {'a': Evil(), 'b': Evil()}
return len(repr(d)) > 0
