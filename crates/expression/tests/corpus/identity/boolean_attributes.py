def truthy(value):
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return value != 0
    if isinstance(value, str):
        return value.strip().lower() in ('1', 'true', 'yes', 'on')
    return bool(value)
return [truthy(v) for v in (True, 0, 'Yes', ' off ', None, [], ['x'], 2.5, 'TRUE\n')]
