event = {'action': 'login_failed', 'user': {'username': 'ada'}, 'client_ip': '10.0.0.1', 'context': {'reason': 'invalid_password', 'attempts': 3}}
severity = {'login_failed': 'warning', 'suspicious_request': 'alert'}.get(event['action'], 'notice')
fields = '\n'.join(f'{k:>10}: {v!s}' for k, v in event['context'].items())
return f"[{severity.upper()}] {event['action'].replace('_', ' ').title()} by {event['user']['username']}\n{fields}"
