class Singleton:
    instance = None
    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, name):
        self.name = name
a = Singleton('a')
b = Singleton('b')
return a is b, a.name
