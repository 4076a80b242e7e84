names = ['Ada Lovelace', 'Bartholomew Featherstonehaugh', 'Li', '']
return [(n.lower().replace(' ', '.')[:20].rstrip('.') or 'unnamed').ljust(3, '_') for n in names]
