import textwrap
text = '''
    one
      two

    three
'''
return textwrap.dedent(text), textwrap.indent('a\n\nb', '> '), textwrap.dedent('  a\n b'), textwrap.indent('a\nb', '  ', lambda line: 'b' in line), textwrap.dedent('\ta\n\tb')
