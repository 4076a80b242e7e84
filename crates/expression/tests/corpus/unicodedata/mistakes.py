import unicodedata
results = []
for f in (lambda: unicodedata.normalize('NFX', 'a'), lambda: unicodedata.normalize('NFC', 5), lambda: unicodedata.category('ab')):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(type(e).__name__)
return results
