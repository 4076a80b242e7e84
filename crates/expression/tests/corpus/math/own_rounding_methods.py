import math
class N:
    def __floor__(self):
        return 'floor'
    def __ceil__(self):
        return 'ceil'
    def __float__(self):
        return 4.0
return math.floor(N()), math.ceil(N()), math.sqrt(N()), math.sqrt(True)
