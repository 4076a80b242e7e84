# ends with: returned or ValueError or IndexError
class Evil:
    def __eq__(self, other):
        a.clear()
        return True
a = [Evil(), 1]
a.remove(3)
return a
