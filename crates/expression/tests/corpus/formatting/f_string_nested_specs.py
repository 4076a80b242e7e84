width = 8
precision = 2
value = 3.14159
return [f'{value:{width}.{precision}f}', f'{value:>{width}}', f'{"x":{"*"}^{width - 3}}', f'{value:{"0" if width else ""}{width}.1f}', f'{42:#{width}x}']
