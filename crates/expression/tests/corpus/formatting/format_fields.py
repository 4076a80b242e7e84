class User:
    name = 'ada'
    attributes = {'department': 'it', 'tags': ['a', 'b']}
return ['{0.name}'.format(User()), '{u.attributes[department]}'.format(u=User()), '{u.attributes[tags][1]}'.format(u=User()), '{0[0]}'.format([7]), '{d[a b]}'.format(d={'a b': 1}), '{u.name!r:>8}'.format(u=User())]
