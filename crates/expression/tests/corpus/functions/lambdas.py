add = lambda a, b=10, *args, **kwargs: a + b + sum(args) + len(kwargs)
compose = lambda *fs: lambda x: fs[0](x) if len(fs) == 1 else compose(*fs[1:])(fs[0](x))
return add(1), add(1, 2), add(1, 2, 3, x=1), (lambda: None)(), compose(lambda x: x + 1, lambda x: x * 2)(3), (lambda *, k: k)(k=5)
