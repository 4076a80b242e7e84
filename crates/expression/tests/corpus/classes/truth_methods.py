class Sized:
    def __init__(self, n):
        self.n = n
    def __len__(self):
        return self.n
class Truth:
    def __bool__(self):
        return False
    def __len__(self):
        return 5
return bool(Sized(0)), bool(Sized(2)), bool(Truth()), 'yes' if Truth() else 'no', not Sized(0), (Sized(0) or 'other'), bool(object())
