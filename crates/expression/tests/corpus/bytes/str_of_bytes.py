return str(b'abc'), str(b'abc', 'utf-8'), repr(b'x'), f'{b"x"}', '%s' % b'x', bytes('é', 'utf-8')
