attributes = {'country': 'CH', 'city': None, 'unit': 'R&D / Lab'}
def safe(text):
    return ''.join(c if c.isalnum() else '-' for c in text.lower()).strip('-')
return '/'.join(['users', *(safe(v) for k in ('country', 'city', 'unit') if (v := attributes.get(k)))])
