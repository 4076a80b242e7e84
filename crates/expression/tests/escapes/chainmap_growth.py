# ends with: limit or RecursionError
from collections import ChainMap
c = ChainMap()
while True:
    c = c.new_child()
