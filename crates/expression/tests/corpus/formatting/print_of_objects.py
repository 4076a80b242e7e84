class User:
    def __init__(self, name):
        self.name = name
    def __str__(self):
        return f'User {self.name}'
print(User('ada'), [1.0, 'é'], 'tab\there')
print(ValueError('wrong'), repr(ValueError('wrong')), KeyError('k'))
