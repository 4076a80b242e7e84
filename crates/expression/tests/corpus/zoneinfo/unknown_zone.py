from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
try:
    ZoneInfo('No/Where')
except ZoneInfoNotFoundError as e:
    return isinstance(e, KeyError), 'No/Where' in str(e)
