# ends with: returned or KeyError or RuntimeError
class Key:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        d.clear()
        return False
d = {Key(): 1, 2: 2}
d[Key()] = 5
return len(d)
