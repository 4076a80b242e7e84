# ends with: limit
from contextlib import contextmanager
@contextmanager
def m():
    while True:
        pass
    yield
with m():
    pass
