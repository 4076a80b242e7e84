class Log:
    def __init__(self):
        self.a = 1
    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)
    def __delattr__(self, name):
        super().__setattr__('deleted', name)
l = Log()
l.b = 5
del l.a
return l.a, l.b, l.deleted
