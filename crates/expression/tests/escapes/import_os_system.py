# ends with: AttributeError or ModuleNotFoundError or ImportError
import os
return os.system('id')
