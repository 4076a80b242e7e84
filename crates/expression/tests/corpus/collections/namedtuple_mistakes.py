from collections import namedtuple
P = namedtuple('P', 'x, y')
results = []
def assign():
    P(1, 2).x = 5
for f in (lambda: P(1, 2).z, assign, lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class')):
    try:
        results.append(f())
    except (AttributeError, ValueError) as e:
        results.append(type(e).__name__)
return results
