def check(iban):
    text = iban.replace(' ', '')
    return int(''.join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1
return check('CH93 0076 2011 6238 5295 7'), check('CH94 0076 2011 6238 5295 7')
