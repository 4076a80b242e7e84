handlers = {}
def on(event):
    def register(f):
        handlers[event] = f
        return f
    return register
@on('login')
def login(user):
    return 'welcome ' + user
@on('logout')
def logout(user):
    return 'bye ' + user
return [handlers[e]('ada') for e in ('login', 'logout')]
