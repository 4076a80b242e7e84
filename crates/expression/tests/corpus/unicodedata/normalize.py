import unicodedata
def plain(text):
    return ''.join(c for c in unicodedata.normalize('NFD', text) if not unicodedata.combining(c))
return unicodedata.normalize('NFC', 'e\u0301') == 'é', unicodedata.normalize('NFKC', 'ﬁ①Å'), plain('Çà et là, Škoda'), unicodedata.is_normalized('NFC', 'é'), unicodedata.is_normalized('NFD', 'é'), [unicodedata.category(c) for c in 'aA1 -\n€\u0301日_'], unicodedata.combining('\u0301'), unicodedata.normalize('NFD', '각')
