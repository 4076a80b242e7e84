prefix = 'x'
def make(n):
    class A:
        label = prefix + n
        prefix2 = label * 2
    return A
return make('1').label, make('2').prefix2
