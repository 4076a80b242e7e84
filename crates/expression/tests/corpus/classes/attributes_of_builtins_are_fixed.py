results = []
def try_set(o):
    o.x = 1
for o in (1, 'a', [], {}, None, (), len):
    try:
        try_set(o)
    except AttributeError as e:
        results.append(str(e))
return results
