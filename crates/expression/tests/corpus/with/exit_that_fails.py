class Bad:
    def __enter__(self):
        return self
    def __exit__(self, *args):
        raise RuntimeError('while leaving')
try:
    with Bad():
        raise ValueError('inside')
except RuntimeError as e:
    return str(e), str(e.__context__)
