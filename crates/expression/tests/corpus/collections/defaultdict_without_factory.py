from collections import defaultdict
d = defaultdict(None, {'a': 1})
d['b']
