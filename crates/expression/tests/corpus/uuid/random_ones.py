import uuid
a, b = uuid.uuid4(), uuid.uuid4()
return a != b, a.version, len(str(a)), len(a.hex), a.variant, str(a).count('-')
