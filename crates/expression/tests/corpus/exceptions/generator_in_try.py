def values():
    try:
        yield 1
    except ValueError:
        yield 'handled'
    finally:
        yield 'last'
return list(values())
