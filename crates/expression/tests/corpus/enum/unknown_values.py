from enum import Enum
class Color(Enum):
    RED = 1
results = []
for f in (lambda: Color(5), lambda: Color['BLUE'], lambda: Color.BLUE):
    try:
        results.append(f())
    except (ValueError, KeyError, AttributeError) as e:
        results.append(type(e).__name__)
return results
