results = []
for value, spec in (('a', 'd'), (1.5, 'd'), (1, 's'), (None, '>5'), ([1], '5'), ('a', '+'), (1, 'z'), ('a', '=5'), (1, '.2d'), ('a', ',')):
    try:
        results.append(format(value, spec))
    except (ValueError, TypeError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
