import json
return json.loads('{"a": [1, 2.5, null, true, false], "b": {"c": "d"}}'), json.loads('  5 '), json.loads('"\\u00e9\\n\\ud83d\\ude00"'), json.loads('[]'), json.loads('1e3'), json.loads('-0'), json.loads('123456789012345678901234567890'), json.loads(b'{"x": 1}'), json.loads('{"a": 1, "a": 2}'), json.loads('"\\/"'), json.loads('1.0'), json.loads('-0.0'), json.loads('1E-2')
