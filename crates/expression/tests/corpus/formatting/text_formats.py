s = 'hello'
return [f'{s:10}|', f'{s:<10}|', f'{s:>10}', f'{s:^11}', f'{s:.3}', f'{s:*<8}', f'{s:>8.2}', f'{s:s}', f'{"":5}|', f'{s:3}', f'{True}', f'{True:d}', f'{True:>6}', f'{None}', f'{[1]}']
