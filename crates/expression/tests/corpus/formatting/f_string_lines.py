name = 'ada'
text = (
    f'Hello {name},\n'
    f'your id is {len(name):04d}.\n'
    'Bye'
)
return text
