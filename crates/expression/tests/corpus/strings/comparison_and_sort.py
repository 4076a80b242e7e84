names = ['bob', 'Ada', 'émile', 'Zoe', 'ada', 'x10', 'x9', '']
return sorted(names), sorted(names, key=str.casefold), sorted(names, key=len), max(names), min(names)
