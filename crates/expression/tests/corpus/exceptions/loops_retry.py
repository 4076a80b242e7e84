attempts = []
def flaky():
    attempts.append(1)
    if len(attempts) < 3:
        raise ConnectionError(f'attempt {len(attempts)}')
    return 'ok'
errors = []
while True:
    try:
        result = flaky()
        break
    except ConnectionError as e:
        errors.append(str(e))
return result, errors
