import json
class Notification:
    severity, body = 'alert', 'Somebody\n"quoted"'
    class event:
        action, created = 'login', '2024-01-01T00:00:00Z'
notification = Notification()
return json.dumps({'text': notification.body, 'attachments': [{'color': {'alert': '#f00'}.get(notification.severity, '#ccc'), 'fields': [{'title': 'Action', 'value': notification.event.action}]}]}, indent=2)
