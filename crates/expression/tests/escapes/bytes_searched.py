# ends with: limit
s = b'a' * 5000000
while True:
    s.find(b'a' * 1000 + b'c')
