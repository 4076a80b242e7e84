return int(), float(), str(), bool(), list(), tuple(), dict(), set(), frozenset(), bytes(), int('5'), float('5'), str(5), bool('False'), list('ab'), tuple('ab'), bytes(2), object() is None
