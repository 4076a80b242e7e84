class SkipObject(Exception):
    """Leave this object out."""
def mapping(user):
    if not user['email']:
        raise SkipObject()
    return {'mail': user['email']}
out = []
for user in ({'email': 'a@x'}, {'email': ''}, {'email': 'b@x'}):
    try:
        out.append(mapping(user))
    except SkipObject:
        continue
return out
