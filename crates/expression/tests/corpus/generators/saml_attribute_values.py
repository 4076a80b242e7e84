groups = [{'name': 'admins', 'hidden': False}, {'name': 'internal', 'hidden': True}, {'name': 'dev', 'hidden': False}]
for group in groups:
    if group['hidden']:
        continue
    yield f"arn:aws:iam::123456789012:role/{group['name']},arn:aws:iam::123456789012:saml-provider/vestibule"
