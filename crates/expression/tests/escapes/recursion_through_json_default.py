# ends with: RecursionError or limit or ValueError
import json
return json.dumps(object(), default=lambda o: [object()])
