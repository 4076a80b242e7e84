# ends with: limit
from collections import defaultdict
def make():
    while True:
        pass
try:
    return defaultdict(make)['x']
except:
    return 'caught'
