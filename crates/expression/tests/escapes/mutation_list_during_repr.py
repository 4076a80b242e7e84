# ends with: returned
class Evil:
    def __repr__(self):
        a.clear()
        return 'evil'
a = [Evil(), 1, 2]
return repr(a)
