from textwrap import dedent
name = 'Ada'
return dedent(f'''\
    Hello {name},

      your account is ready.
    Bye
''').strip()
