# ends with: AttributeError
from operator import methodcaller
return methodcaller('__subclasses__')(object)
