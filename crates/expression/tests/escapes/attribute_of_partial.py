# ends with: AttributeError
from functools import partial
return partial(lambda: 0).func.__code__
