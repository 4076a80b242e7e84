# ends with: limit
import random
return random.choices([1], k=10 ** 12)
