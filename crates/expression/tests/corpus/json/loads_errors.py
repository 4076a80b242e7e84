# python < 3.13
import json
results = []
for text in ('', '{', '[1,', '{"a" 1}', '{a: 1}', "{'a': 1}", '[1 2]', 'nul', '"abc', '[1,]', '{"a": 1,}', '1 2', '01', '"\t"', '"\\x"', '{"a":\n 1,\n x}', '-', '"\\u12"', '[', '{"a":1'):
    try:
        results.append(json.loads(text))
    except json.JSONDecodeError as e:
        results.append(str(e))
return results
