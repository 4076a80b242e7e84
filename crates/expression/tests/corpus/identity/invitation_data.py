context = {'invitation': {'fixed_data': {'email': 'New@Example.com', 'attributes': {'team': 'a'}}}, 'prompt_data': {'email': 'other@example.com', 'name': 'N'}}
fixed = context.get('invitation', {}).get('fixed_data', {})
data = context['prompt_data'] | {k: v for k, v in fixed.items() if v}
data['username'] = data['email'].partition('@')[0].lower()
return data, context['prompt_data']['email']
