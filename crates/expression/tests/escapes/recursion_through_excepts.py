# ends with: RecursionError or limit
def f(e):
    try:
        raise e
    except ValueError as x:
        f(ValueError(x))
f(ValueError())
