# ends with: ModuleNotFoundError or ImportError
import importlib
return importlib.import_module('os')
