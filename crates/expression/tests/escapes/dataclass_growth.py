# ends with: limit
from dataclasses import dataclass
while True:
    @dataclass
    class A:
        x: int = 0
