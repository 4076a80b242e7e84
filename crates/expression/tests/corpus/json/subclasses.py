import json
class Email(str):
    pass
class Attributes(dict):
    pass
class Names(list):
    pass
return json.dumps({'e': Email('a@b'), 'd': Attributes(x=1), 'n': Names([1]), 't': (1, (2,))})
