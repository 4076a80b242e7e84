# ends with: ModuleNotFoundError or ImportError
import gc
return gc.get_objects()
