# ends with: limit or returned
import unicodedata
return len(unicodedata.normalize('NFC', 'a' + '\u0301\u0316' * 500000))
