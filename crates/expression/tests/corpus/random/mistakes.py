# python < 3.12
import random
results = []
for f in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0)):
    try:
        results.append(f())
    except (IndexError, ValueError) as e:
        results.append(type(e).__name__)
return results
