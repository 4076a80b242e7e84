messages = []
def ak_message(text):
    messages.append(text)
class Request:
    context = {'prompt_data': {'email': 'ada@evil.example', 'username': 'ada'}}
request = Request()
email = request.context['prompt_data']['email']
if not email.endswith('@example.com'):
    ak_message(f'The domain of {email} is not allowed.')
    return False, messages
return True, messages
