# ends with: limit
s = 'a' * 100000
while True:
    s.count('aaaaaaaaaab')
