from functools import singledispatch
@singledispatch
def show(x):
    return f'other {x}'
@show.register(int)
def _(x):
    return f'int {x}'
@show.register(list)
def _(x):
    return f'list of {len(x)}'
return show(1), show([1, 2]), show('a'), show(True)
