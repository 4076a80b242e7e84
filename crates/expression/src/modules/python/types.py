# `types`: names of types, and a plain bag of attributes.


class SimpleNamespace:
    def __init__(self, mapping=None, /, **kwargs):
        for name, value in {**(mapping or {}), **kwargs}.items():
            setattr(self, name, value)

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"namespace({shown})"

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and vars(self) == vars(other)


def nothing():
    yield


return {
    "BuiltinFunctionType": type(len),
    "FunctionType": type(nothing),
    "GeneratorType": type(nothing()),
    "LambdaType": type(nothing),
    "MappingProxyType": dict,
    "MethodType": type(SimpleNamespace().__init__),
    "NoneType": type(None),
    "SimpleNamespace": SimpleNamespace,
}
