# ends with: limit
s = 'éß ' * 1000000
while True:
    s.title()
    s.casefold()
    s.isalpha()
