# ends with: limit or ValueError
from collections import namedtuple
return namedtuple('A', ['f%d' % n for n in range(10 ** 6)])
