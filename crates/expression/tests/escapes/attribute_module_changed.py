# ends with: TypeError or AttributeError
import json
json.dumps = lambda x: 'owned'
return json.dumps(1)
