class Entitlement:
    def __init__(self, name, attributes):
        self.name, self.attributes = name, attributes
entitlements = [Entitlement('edit', {'level': 2}), Entitlement('view', {'level': 1, 'scope': ['a']})]
merged = {}
for e in entitlements:
    merged = {**merged, **e.attributes}
return {'entitlements': [e.name for e in entitlements], 'attributes': merged, 'max': max(entitlements, key=lambda e: e.attributes['level']).name}
