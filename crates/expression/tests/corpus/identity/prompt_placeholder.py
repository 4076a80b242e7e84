class User:
    name, is_authenticated = 'Ada', True
user, prompt_context = User(), {'email': ' ADA@x.org '}
try:
    return user.name if user.is_authenticated else prompt_context['email'].strip().lower()
except Exception:
    return ''
