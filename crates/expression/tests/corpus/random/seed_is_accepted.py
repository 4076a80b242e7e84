import random
random.seed(5)
r = random.Random(7)
return isinstance(random.random(), float), isinstance(r.randint(1, 2), int)
