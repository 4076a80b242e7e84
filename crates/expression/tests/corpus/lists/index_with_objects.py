class Index:
    def __index__(self):
        return 1
return ['a', 'b', 'c'][Index()], ['a', 'b'][True], [1, 2, 3][Index():]
