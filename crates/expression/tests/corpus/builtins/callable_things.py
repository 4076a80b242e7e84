class A:
    pass
class B:
    def __call__(self):
        pass
return [callable(x) for x in (len, int, A, A(), B(), lambda: 0, 'a', None, 'a'.upper, ValueError)]
