import json
return json.dumps({'a': [1, 2.5, None, True, False, 'é"\n'], 'b': {}, 'c': []}), json.dumps('a'), json.dumps(None), json.dumps((1, 2)), json.dumps(10 ** 20), json.dumps(1e16), json.dumps(-0.0), json.dumps(''), json.dumps('\u2028😀/\x7f\x00\\')
