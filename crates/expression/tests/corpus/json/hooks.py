import json
return json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('[1.5, 2]', parse_float=str), json.loads('[1, 2]', parse_int=lambda s: 'n' + s), json.loads('{"b": 1, "a": 2}', object_pairs_hook=lambda pairs: pairs)
