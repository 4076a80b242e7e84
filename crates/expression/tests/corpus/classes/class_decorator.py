registry = []
def register(cls):
    registry.append(cls.__name__)
    cls.label = cls.__name__.lower()
    return cls
@register
class Mail:
    pass
@register
class Webhook:
    pass
return registry, Mail.label, Webhook().label
