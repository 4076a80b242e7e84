# ends with: limit
while True:
    yield 'x'
