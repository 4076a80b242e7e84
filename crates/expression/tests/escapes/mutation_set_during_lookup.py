# ends with: returned or RuntimeError
class Key:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        s.clear()
        return False
s = {Key()}
s.add(Key())
return len(s)
