# `abc`: classes that only their descendants are used of. Nothing keeps a program from using them all the same.


class ABC:
    pass


def abstractmethod(function):
    return function


return {"ABC": ABC, "abstractmethod": abstractmethod}
