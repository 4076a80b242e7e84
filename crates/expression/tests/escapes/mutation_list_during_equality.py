# ends with: returned
class Evil:
    def __eq__(self, other):
        a.clear()
        b.clear()
        return True
a = [Evil(), Evil(), Evil()]
b = [1, 2, 3]
return a == b, a
