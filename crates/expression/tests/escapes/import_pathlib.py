# ends with: ModuleNotFoundError or ImportError
from pathlib import Path
return Path('/etc/passwd').read_text()
