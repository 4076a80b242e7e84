return ['a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1), 'a.b.c'.rsplit('.'), 'user@sub@example.com'.rsplit('@', 1), 'abc'.rsplit('x', 1), 'a b c'.rsplit(maxsplit=1)]
