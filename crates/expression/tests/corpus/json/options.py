import json
data = {'b': 1, 'a': 'é'}
return json.dumps(data, sort_keys=True), json.dumps(data, separators=(',', ':')), json.dumps(data, ensure_ascii=False), json.dumps(data, indent=1, separators=(';', '=')), json.dumps([1, 2], separators=(' , ', ':')), json.dumps({'z': {'y': 1, 'x': 2}}, sort_keys=True)
