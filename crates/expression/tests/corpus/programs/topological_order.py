depends = {'flow': ['stage', 'policy'], 'stage': ['core'], 'policy': ['core'], 'core': []}
def order(graph):
    done, visiting = [], set()
    def visit(n):
        if n in done:
            return
        if n in visiting:
            raise ValueError(f'cycle at {n}')
        visiting.add(n)
        for d in graph[n]:
            visit(d)
        visiting.remove(n)
        done.append(n)
    for n in graph:
        visit(n)
    return done
try:
    order({'a': ['b'], 'b': ['a']})
except ValueError as e:
    return order(depends), str(e)
