# ends with: returned or ValueError
class Evil:
    def __eq__(self, other):
        a.clear()
        return False
a = [Evil(), Evil()]
return a.index(5)
