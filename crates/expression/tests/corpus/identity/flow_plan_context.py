class Plan:
    def __init__(self):
        self.context = {}
context = {'flow_plan': Plan(), 'prompt_data': {}}
plan = context['flow_plan']
plan.context['groups_to_add'] = ['new']
plan.context.setdefault('prompt_data', {})['attributes'] = {'source': 'invite'}
plan.context['prompt_data'].update(context['prompt_data'])
context['prompt_data']['username'] = 'x'
return plan.context, hasattr(plan, 'bindings'), 'redirect' in plan.context
