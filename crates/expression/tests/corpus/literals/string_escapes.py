return ['tab\tnew\nline', 'bell\x07', 'caf\u00e9', '\U0001F600', '\N{GREEK SMALL LETTER ALPHA}', 'quote\'s', "dou\"ble", 'back\\slash', '\0end', '\101\102']
