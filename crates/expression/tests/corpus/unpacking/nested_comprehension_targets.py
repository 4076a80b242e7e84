pairs = [('a', (1, 2)), ('b', (3, 4))]
return [f'{k}{x}{y}' for k, (x, y) in pairs], {k: s for k, (*s,) in pairs}
