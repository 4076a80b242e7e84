# ends with: limit
import itertools
for x in itertools.cycle(itertools.count()):
    pass
