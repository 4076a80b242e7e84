class User:
    is_authenticated = True
    def has_usable_password(self):
        return False
class Plan:
    context = {'pending_user': User()}
class Request:
    user = User()
    context = {'flow_plan': Plan()}
request = Request()
plan = request.context.get('flow_plan')
if not plan:
    return True
return not hasattr(plan.context.get('pending_user'), 'backend')
