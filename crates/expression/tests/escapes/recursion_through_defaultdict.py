# ends with: RecursionError or limit
from collections import defaultdict
d = defaultdict(lambda: d['x'])
return d['y' if not d else 'x']
