count: int = 3
names: list[str] = ['a']
later: str
def greet(name: str, *, loud: bool = False) -> str:
    return name.upper() if loud else name
return count, names, greet('x', loud=True)
