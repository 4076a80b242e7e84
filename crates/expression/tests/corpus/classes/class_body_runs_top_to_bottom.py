log = []
class Config:
    base = 'https://example.com'
    url = base + '/api'
    for i in range(2):
        log.append(i)
    if len(log) == 2:
        flag = 'set'
    def method(self):
        return self.url
    alias = method
return Config.url, Config.flag, Config().alias(), log, Config.i
