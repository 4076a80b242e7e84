if False:
    yield 1
