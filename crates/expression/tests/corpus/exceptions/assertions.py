def check(n):
    assert n > 0, f'{n} is not positive'
    assert n < 10
    return n
results = []
for n in (1, -1, 20):
    try:
        results.append(check(n))
    except AssertionError as e:
        results.append((str(e), e.args))
return results
