from typing import Any, Optional, List, Dict, Union, Callable
def pick(values: List[str], default: Optional[str] = None) -> Union[str, None]:
    return values[0] if values else default
cache: Dict[str, Any] = {}
return pick(['a']), pick([], 'b'), cache
