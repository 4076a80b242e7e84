from collections import ChainMap
defaults = {'theme': 'light', 'lang': 'en'}
user = {'theme': 'dark'}
c = ChainMap(user, defaults)
c['lang'] = 'de'
child = c.new_child({'x': 1})
return c['theme'], c['lang'], user, defaults, sorted(c), c.get('nope'), dict(c) == {'theme': 'dark', 'lang': 'de'}, len(c), child['x'], child['theme'], c.maps, 'theme' in c
