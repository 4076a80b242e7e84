# ends with: limit
import random
return random.sample(range(10 ** 12), 10 ** 9)
