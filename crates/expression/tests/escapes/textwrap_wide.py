# ends with: limit or returned or ValueError
import textwrap
return len(textwrap.fill('a b ' * 100000, 3))
