# ends with: limit
from enum import Enum
while True:
    class A(Enum):
        X = 1
