return ['a\nb\r\nc\rd'.splitlines(), 'a\nb\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\x0bb\x0cc\u2028d'.splitlines(), 'a\n\nb'.splitlines()]
