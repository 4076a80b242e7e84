class Plan:
    context = {}
class User:
    username = None
class Source:
    slug = 'github'
context = {'source': Source(), 'prompt_data': {}, 'flow_plan': Plan()}
return 'username' not in context['prompt_data'] and context['source'].slug == 'github' and getattr(User(), 'username', 'x') is None
