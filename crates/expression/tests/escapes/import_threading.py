# ends with: ModuleNotFoundError or ImportError
import threading
return threading
