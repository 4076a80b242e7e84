def shift(text, n):
    return ''.join(chr((ord(c) - 97 + n) % 26 + 97) if c.islower() else c for c in text)
return shift('hello, zoo', 3), shift(shift('hello, zoo', 3), -3)
