class S:
    def __getitem__(self, key):
        return key
s = S()
return s[1], s[1:2], s[::3], s[1, 2], s[1:2, ::3], s[...], s['a':'b'], s[()], s[1,]
