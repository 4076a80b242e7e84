# ends with: RecursionError or limit or ValueError
import json
return json.loads('[' * 100000 + ']' * 100000)
