from itertools import groupby
users = [('dev', 'ada'), ('dev', 'bob'), ('ops', 'cyd'), ('dev', 'dan')]
return [(k, list(g)) for k, g in groupby('aabbca')], {k: [n for _, n in g] for k, g in groupby(sorted(users), key=lambda u: u[0])}, [(k, len(list(g))) for k, g in groupby(users, lambda u: u[0])], [k for k, g in groupby([1, 1, 2])]
