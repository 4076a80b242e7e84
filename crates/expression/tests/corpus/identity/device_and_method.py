context = {'auth_method': 'auth_webauthn_pwl', 'auth_method_args': {'mfa_devices': [{'type': 'webauthn', 'name': 'key'}], 'known_device': True}}
methods = {'password': 'pwd', 'auth_webauthn_pwl': 'hwk'}
amr = [methods.get(context['auth_method'], 'unknown')]
if context.get('auth_method_args', {}).get('mfa_devices'):
    amr.append('mfa')
return {'amr': amr, 'acr': 'goauthentik.io/providers/oauth2/' + ('mfa' if 'mfa' in amr else 'default')}
