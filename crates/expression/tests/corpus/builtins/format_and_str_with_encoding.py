return format(5, '03'), format('x', '^5'), str(b'abc', 'ascii'), str(object=5), bytes('é', 'utf-8'), bytes(b'x'), str(b'\xff', 'utf-8', 'replace')
