# ends with: RecursionError or limit
class A:
    def __enter__(self):
        pass
    def __exit__(self, *args):
        with self:
            pass
with A():
    pass
