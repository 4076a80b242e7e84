class Plugin:
    names = []
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        Plugin.names.append((cls.__name__, kwargs))
class A(Plugin):
    pass
class B(Plugin, level=2):
    pass
return Plugin.names
