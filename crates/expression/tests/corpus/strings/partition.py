return ['a=b=c'.partition('='), 'a=b=c'.rpartition('='), 'abc'.partition('='), 'abc'.rpartition('='), 'user@example.com'.partition('@')[2], '='.partition('=')]
