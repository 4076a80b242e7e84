try:
    b'abc\xff'.decode('utf-8')
except UnicodeDecodeError as e:
    return e.start, e.end, e.reason, e.encoding, e.object
