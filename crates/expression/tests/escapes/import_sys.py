# ends with: ModuleNotFoundError or ImportError
import sys
return sys.modules
