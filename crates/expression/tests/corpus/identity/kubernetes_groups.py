groups = ['k8s:prod:admin', 'k8s:dev:view', 'other', 'k8s:bad']
bindings = []
for group in groups:
    match group.split(':'):
        case ['k8s', cluster, ('admin' | 'edit' | 'view') as role]:
            bindings.append({'cluster': cluster, 'role': role})
        case ['k8s', *rest]:
            bindings.append({'invalid': rest})
return bindings
