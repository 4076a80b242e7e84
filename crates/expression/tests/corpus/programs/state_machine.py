transitions = {('idle', 'start'): 'running', ('running', 'pause'): 'paused', ('paused', 'start'): 'running', ('running', 'stop'): 'idle'}
state, trail = 'idle', []
for event in ['start', 'pause', 'stop', 'start', 'stop']:
    try:
        state = transitions[state, event]
    except KeyError as e:
        trail.append(f'refused {e}')
    else:
        trail.append(state)
return trail
