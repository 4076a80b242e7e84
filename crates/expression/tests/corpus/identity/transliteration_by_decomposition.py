import unicodedata
def plain(text):
    return unicodedata.normalize('NFKD', text).encode('ascii', 'ignore').decode()
return plain('Émile Zôla'), plain('Škoda'), plain('Åsa'), unicodedata.normalize('NFC', 'e\u0301') == 'é'
