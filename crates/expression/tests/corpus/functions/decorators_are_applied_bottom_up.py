log = []
def mark(name):
    log.append('make ' + name)
    def decorate(f):
        log.append('apply ' + name)
        return f
    return decorate
@mark('first')
@mark('second')
def f():
    return 'called'
return f(), log
