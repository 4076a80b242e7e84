# ends with: ModuleNotFoundError or ImportError
import inspect
return inspect.currentframe()
