class A:
    def __eq__(self, other):
        return True
try:
    {A(): 1}
except TypeError as e:
    return 'unhashable' in str(e), A() == 5, A() != 5, [A()] == ['x'], A() in [1]
