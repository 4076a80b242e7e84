s = 'é\n'
return [f'{s!r}', f'{s!a}', f'{s!s}', '{!a}'.format('ü'), '%a' % 'ü', ascii(['é', 1]), f'{"x"!r:>5}']
