from enum import Enum, IntEnum
class UserTypes(str, Enum):
    INTERNAL = 'internal'
    EXTERNAL = 'external'
class Level(IntEnum):
    LOW = 1
    HIGH = 5
return UserTypes.INTERNAL == 'internal', UserTypes('external').name, Level.HIGH > Level.LOW, Level.LOW + 1, sorted([Level.HIGH, Level.LOW])[0].name, UserTypes.INTERNAL.value, int(Level.HIGH), UserTypes.INTERNAL.upper(), 'internal' in [t.value for t in UserTypes]
