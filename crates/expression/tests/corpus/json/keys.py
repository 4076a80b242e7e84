import json
return json.dumps({1: 'a', None: 'b', True: 'c', 1.5: 'd', False: 'e'}), json.dumps({(1, 2): 'x', 'y': 1}, skipkeys=True)
