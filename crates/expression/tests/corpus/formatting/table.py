rows = [('name', 'mail'), ('ada', 'ada@example.com'), ('bob', 'b@x.org')]
width = max(len(r[0]) for r in rows)
return '\n'.join(f'{a:<{width}} | {b:>16}' for a, b in rows)
