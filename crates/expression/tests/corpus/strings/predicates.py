words = ['abc', 'ABC', 'Abc', '123', 'a1', ' ', '', '١٢', '½', '²', 'a b', '_a', '1a', 'Été', 'A1', '\n']
return [''.join('01'[p] for p in (w.isalpha(), w.isdigit(), w.isalnum(), w.isupper(), w.islower(), w.isspace(), w.isnumeric(), w.isdecimal(), w.istitle(), w.isidentifier(), w.isascii(), w.isprintable())) for w in words]
