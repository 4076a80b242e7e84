# ends with: returned or IndexError
class Evil:
    def __index__(self):
        a.clear()
        return 2
a = [1, 2, 3]
a[Evil()] = 5
return a
