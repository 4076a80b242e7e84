d = {'a': 3, 'b': 1, 'c': 2}
return dict(sorted(d.items(), key=lambda kv: kv[1])), max(d, key=d.get), min(d.items(), key=lambda kv: kv[1]), sorted(d), sum(d.values())
