# ends with: limit or OverflowError
import json
return json.dumps([[[1]]], indent=10 ** 10)
