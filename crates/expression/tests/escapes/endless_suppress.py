# ends with: limit
from contextlib import suppress
while True:
    with suppress(BaseException):
        while True:
            pass
