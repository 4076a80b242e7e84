# ends with: ValueError or RecursionError
import json
a = []
a.append({'a': a})
return json.dumps(a)
