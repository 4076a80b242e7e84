# ends with: AttributeError
from operator import attrgetter
return attrgetter('__class__.__mro__')(1)
