# ends with: limit or OverflowError or MemoryError
import random
return random.getrandbits(10 ** 12)
