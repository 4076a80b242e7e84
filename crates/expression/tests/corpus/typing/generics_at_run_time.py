from typing import Optional, List, Dict, cast
def f(x: Optional[List[int]] = None) -> Dict[str, list[int]]:
    return {'x': x or []}
names: list[str] | None = None
return f(), f([1]), cast(int, 'a'), names
