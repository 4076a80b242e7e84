# ends with: limit
import json
def default(o):
    while True:
        pass
try:
    return json.dumps(object(), default=default)
except:
    return 'caught'
