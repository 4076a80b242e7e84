claims = {'iss': 'https://idp.example.com/', 'aud': ['app', 'api'], 'exp': 1704067200, 'scope': 'openid profile  email'}
def check(claims, audience, now):
    aud = claims['aud'] if isinstance(claims['aud'], list) else [claims['aud']]
    problems = []
    if audience not in aud:
        problems.append('audience')
    if claims['exp'] <= now:
        problems.append('expired')
    return problems or 'ok'
return check(claims, 'app', 1704000000), check(claims, 'web', 1704067200), set(claims['scope'].split()) >= {'openid', 'email'}
