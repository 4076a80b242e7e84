import json
try:
    json.loads('{"a": }')
except json.JSONDecodeError as e:
    return str(e), e.pos, e.lineno, e.colno, e.msg, isinstance(e, ValueError)
