# ends with: RecursionError or limit or ValueError
import json
return json.loads('{"a":' * 100000)
