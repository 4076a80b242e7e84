# ends with: limit
s = 'a' * 1000000
while True:
    s.find('b')
