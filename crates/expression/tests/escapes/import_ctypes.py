# ends with: ModuleNotFoundError or ImportError
from ctypes import CDLL
return CDLL
