# ends with: ModuleNotFoundError or ImportError
import pickle
return pickle
