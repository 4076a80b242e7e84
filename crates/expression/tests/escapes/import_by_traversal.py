# ends with: ModuleNotFoundError or ImportError or refused
import json.decoder.scanner.os
return json
