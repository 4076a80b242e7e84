rows = [(1, ('a', 'b')), (2, ('c', 'd'))]
return [n for n, _ in rows], [a + b for _, (a, b) in rows], {k: v for k, *v in ['abc', 'de']}
