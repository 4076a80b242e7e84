class User:
    def __init__(self):
        self.name = 'x'
results = []
u = User()
for f in (lambda: u.nope, lambda: User.nope, lambda: u.name.nope, lambda: None.nope, lambda: (1).nope, lambda: [].nope, lambda: {}.nope, lambda: 'a'.nope, lambda: len.nope, lambda: (lambda: 0).nope, lambda: (1.5).nope, lambda: (1,).nope, lambda: True.nope, lambda: int.nope, lambda: {1}.nope, lambda: range(1).nope):
    try:
        results.append(f())
    except AttributeError as e:
        results.append(str(e))
return results
