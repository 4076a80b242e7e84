# ends with: limit
class A:
    def __enter__(self):
        pass
    def __exit__(self, *args):
        while True:
            pass
with A():
    raise ValueError
