log = []
def run(f):
    try:
        log.append('try')
        f()
    except KeyError:
        log.append('key')
    except (ValueError, TypeError) as e:
        log.append(type(e).__name__)
    except Exception as e:
        log.append(f'other {e}')
    else:
        log.append('else')
    finally:
        log.append('finally')
for f in (lambda: 1, lambda: {}['x'], lambda: int('x'), lambda: 1 + '', lambda: 1 / 0):
    run(f)
return log
