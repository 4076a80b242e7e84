domain = 'example.com'
return ('one ' "two " f'{domain} ' r'\n', 'a'
        'b')
