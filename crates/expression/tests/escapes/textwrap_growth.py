# ends with: limit
import textwrap
s = 'x y ' * 1000
while True:
    s = textwrap.indent(s, '> ' * 1000)
