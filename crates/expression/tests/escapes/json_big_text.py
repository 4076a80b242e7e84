# ends with: limit or returned
import json
return len(json.loads('[' + '1,' * 3000000 + '1]'))
