results = []
def put(o):
    o['x'] = 1
def delete(o):
    del o['x']
for o in (None, 5, 'a', (), [], {}, {1}, b'a', range(2), object()):
    for f in (put, delete):
        try:
            f(o)
            results.append('fine')
        except Exception as e:
            results.append(f'{type(e).__name__}: {e}')
return results
