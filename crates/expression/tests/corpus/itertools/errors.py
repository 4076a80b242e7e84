import itertools
results = []
for f in (lambda: list(itertools.islice('ab', -1)), lambda: itertools.permutations('ab', -1), lambda: itertools.chain(1).__next__(), lambda: list(itertools.chain.from_iterable([1]))):
    try:
        results.append(f())
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
