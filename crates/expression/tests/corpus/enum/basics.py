from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 'green'
return Color.RED, Color.RED.name, Color.RED.value, Color('green'), Color['RED'], list(Color), Color.RED is Color.RED, Color.RED == 1, str(Color.RED), repr(Color.GREEN), len(Color), isinstance(Color.RED, Color), Color.RED in Color, {Color.RED: 'x'}[Color.RED], [c.value for c in Color]
