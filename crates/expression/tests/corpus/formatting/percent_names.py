return '%(user)s@%(domain)s' % {'user': 'ada', 'domain': 'example.com'}, '%(n)03d %(n)s' % {'n': 7}, '%(x)r' % {'x': 'y', 'unused': 1}
