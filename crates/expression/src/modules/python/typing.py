# `typing`: names for annotations, which are never evaluated.


class Hint:
    def __init__(self, name):
        self.name = name

    def __getitem__(self, item):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __repr__(self):
        return f"typing.{self.name}"


NAMES = (
    "Any Annotated Callable ClassVar Deque DefaultDict Dict Final FrozenSet Generator Generic Iterable Iterator List Literal Mapping "
    "MutableMapping Never NoReturn Optional Protocol Self Sequence Set Tuple Type TypeVar TypeAlias TypedDict Union"
)

names = {name: Hint(name) for name in NAMES.split()}
names["TYPE_CHECKING"] = False
names["cast"] = lambda kind, value: value
names["overload"] = lambda function: function
names["NamedTuple"] = Hint("NamedTuple")
return names
