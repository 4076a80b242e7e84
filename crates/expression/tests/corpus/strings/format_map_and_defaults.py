class Default(dict):
    def __missing__(self, key):
        return '{' + key + '}'
return '{name} at {company}'.format_map(Default(name='ada'))
