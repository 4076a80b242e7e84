log = []
class Log:
    def __setitem__(self, k, v):
        log.append((k, v))
a = Log()
x = a['first'] = a['second'] = 5
return x, log
