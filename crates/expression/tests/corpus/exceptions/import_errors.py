results = []
try:
    import no_such_module
except ImportError as e:
    results.append((type(e).__name__, str(e)))
try:
    from json import no_such_name
except ImportError as e:
    results.append((type(e).__name__, str(e).split(' (')[0]))
return results
