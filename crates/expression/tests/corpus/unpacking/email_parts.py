local, _, domain = 'ada.lovelace@example.com'.partition('@')
first, last = local.split('.')
name, *tlds = domain.split('.')
return first.title(), last.title(), name, tlds
