from collections import deque
parents = {'devs': ['staff'], 'staff': ['everyone', 'people'], 'people': ['everyone'], 'everyone': []}
def ancestors(group):
    seen, queue = [], deque([group])
    while queue:
        g = queue.popleft()
        if g not in seen:
            seen.append(g)
            queue.extend(parents.get(g, []))
    return seen
return ancestors('devs')
