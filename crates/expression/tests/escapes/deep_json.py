# ends with: RecursionError or limit
import json
a = []
for _ in range(100000):
    a = [a]
return json.dumps(a)
