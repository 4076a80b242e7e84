n = 3
return fr'\d{{{n}}}', rf'\w+{n}\n'
