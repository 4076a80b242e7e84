class User:
    attributes = {'employee': {'id': '007'}}
def number(user):
    try:
        return int(user.attributes['employee']['id'])
    except (KeyError, TypeError, ValueError):
        return None
    except AttributeError:
        return 'no attributes'
class Bare:
    pass
class Odd:
    attributes = {'employee': None}
return number(User()), number(Bare()), number(Odd())
