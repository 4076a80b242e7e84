# ends with: RecursionError or limit
def g():
    yield from g()
return list(g())
