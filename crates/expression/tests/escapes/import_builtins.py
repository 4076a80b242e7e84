# ends with: ModuleNotFoundError or ImportError
import builtins
return builtins.open
