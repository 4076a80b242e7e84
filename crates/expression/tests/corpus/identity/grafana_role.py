groups = ['Grafana Editors', 'users']
return 'Admin' if 'Grafana Admins' in groups else 'Editor' if 'Grafana Editors' in groups else 'Viewer'
