import math
class N:
    def __floor__(self):
        return 'floor'
    def __ceil__(self):
        return 'ceil'
return math.floor(N()), math.ceil(N()), math.sqrt(True)
