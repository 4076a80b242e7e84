from dataclasses import dataclass
@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
a, b = Version(1, 2), Version(1, 10)
results = [a < b, max(a, b).minor, sorted([b, a])[0] is a, {a: 'x'}[Version(1, 2)]]
try:
    a.major = 5
except AttributeError as e:
    results.append(str(e))
return results
