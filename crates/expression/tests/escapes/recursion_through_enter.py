# ends with: RecursionError or limit
class A:
    def __enter__(self):
        with self:
            pass
    def __exit__(self, *args):
        pass
with A():
    pass
