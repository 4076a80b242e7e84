def f():
    import json
    return json.dumps({})
from re import sub as replace, IGNORECASE
import urllib.parse
import datetime as dt, uuid
return f(), replace('A', 'b', 'aA', flags=IGNORECASE), urllib.parse.quote('ä'), dt.date(2024, 1, 1).isoformat(), uuid.UUID(int=1)
