import textwrap
return textwrap.shorten('Hello  world!', 12), textwrap.shorten('Hello world!', 11), textwrap.shorten('Hello world and more', 15, placeholder='...'), textwrap.shorten('Hello', 20)
