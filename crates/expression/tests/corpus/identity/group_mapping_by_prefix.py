import re
names = ['app_grafana_admin', 'app_grafana_editor', 'app_gitea_admin', 'everyone']
roles = {}
for name in names:
    if m := re.fullmatch(r'app_(?P<app>\w+?)_(?P<role>\w+)', name):
        roles.setdefault(m['app'], set()).add(m['role'])
order = ['admin', 'editor', 'viewer']
return {app: min(found, key=order.index) for app, found in roles.items()}
