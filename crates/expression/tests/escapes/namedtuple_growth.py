# ends with: limit
from collections import namedtuple
while True:
    namedtuple('A', 'a b c d e f g')
