# ends with: limit
import unicodedata
s = '\ufdfa' * 1000
while True:
    s += unicodedata.normalize('NFKD', s).replace(' ', '\ufdfa')
