# ends with: AttributeError
from operator import attrgetter
return attrgetter('__globals__')(lambda: 0)
