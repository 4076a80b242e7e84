x = 1.5
name = 'a'
return [f'{x=}', f'{x = }', f'{x=:.2f}', f'{name=}', f'{name=!s}', f'{x*2=}', f'{ x = !r}']
