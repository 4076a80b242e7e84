# ends with: AttributeError
import re
return re.__builtins__
