name = 'ada'
n = 3
return [f'{name}', f'{name!r}', f'{name.upper()} has {n + 1}', f'{{literal}}', f'{n:03d}', f'{name:>6}', f'{name!s:*^7}', f'{n=}', f'{n + 1 = }', f'{name=!s}', f'']
