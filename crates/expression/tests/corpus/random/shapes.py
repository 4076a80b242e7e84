import random
items = ['a', 'b', 'c']
shuffled = items[:]
random.shuffle(shuffled)
return 1 <= random.randint(1, 6) <= 6, 0 <= random.random() < 1, random.choice(items) in items, len(random.sample(items, 2)), sorted(shuffled), len(random.choices(items, k=5)), 0 <= random.randrange(10) < 10, random.randrange(0, 10, 5) in (0, 5), 1 <= random.uniform(1, 2) <= 2, len(set(random.sample(range(100), 10))), random.randint(3, 3), isinstance(random.getrandbits(8), int), sorted(random.sample(items, 3))
