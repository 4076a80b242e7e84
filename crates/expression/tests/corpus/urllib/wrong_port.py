from urllib.parse import urlparse
results = []
for u in ('http://h:99999/', 'http://h:abc/', 'http://h:/'):
    try:
        results.append(urlparse(u).port)
    except ValueError as e:
        results.append(str(e))
return results
