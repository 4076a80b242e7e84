# ends with: ModuleNotFoundError or ImportError
import subprocess
return subprocess.run(['id'])
