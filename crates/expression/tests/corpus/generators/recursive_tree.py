tree = {'name': 'root', 'children': [{'name': 'a', 'children': [{'name': 'b', 'children': []}]}, {'name': 'c', 'children': []}]}
def walk(node, depth=0):
    yield '  ' * depth + node['name']
    for child in node['children']:
        yield from walk(child, depth + 1)
return list(walk(tree))
