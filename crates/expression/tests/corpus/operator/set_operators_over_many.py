import operator
from functools import reduce
grants = [{'read', 'write'}, {'read'}, {'read', 'admin'}]
return sorted(reduce(operator.or_, grants)), sorted(reduce(operator.and_, grants))
