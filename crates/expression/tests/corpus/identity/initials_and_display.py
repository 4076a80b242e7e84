people = [('Ada', 'Lovelace'), ('jean-luc', 'picard'), ('', 'Plato')]
return [''.join(p[0] for p in (f, l) if p).upper() for f, l in people], ['{1}, {0}'.format(f, l).strip(', ') for f, l in people], [' '.join(w.capitalize() for w in f'{f} {l}'.split()) for f, l in people]
