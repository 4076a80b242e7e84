# `contextlib`: what `with` works with.


class Manager:
    def __init__(self, generator):
        self.generator = generator

    def __enter__(self):
        try:
            return next(self.generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, trace):
        if error is None:
            try:
                next(self.generator)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.generator.throw(error)
        except StopIteration as stop:
            return stop is not error
        except BaseException as raised:
            if raised is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    return lambda *args, **kwargs: Manager(function(*args, **kwargs))


class suppress:
    def __init__(self, *exceptions):
        self.exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, error, trace):
        return error is not None and isinstance(error, self.exceptions)


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, kind, error, trace):
        return False


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, kind, error, trace):
        self.thing.close()
        return False


class ExitStack:
    def __init__(self):
        self.exits = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        value = manager.__enter__()
        self.exits.append(manager.__exit__)
        return value

    def callback(self, function, *args, **kwargs):
        def leave(kind, error, trace):
            function(*args, **kwargs)
            return False

        self.exits.append(leave)
        return function

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, error, trace):
        handled = False
        while self.exits:
            if self.exits.pop()(kind, error, trace):
                kind = error = trace = None
                handled = True
        return handled


return {
    "ExitStack": ExitStack,
    "closing": closing,
    "contextmanager": contextmanager,
    "nullcontext": nullcontext,
    "suppress": suppress,
}
