def f(x):
    for i in range(3):
        try:
            if i == x:
                raise ValueError
        except ValueError:
            continue
        else:
            if i == 1:
                return f'else at {i}'
        finally:
            pass
    return 'end'
return f(0), f(1), f(5)
