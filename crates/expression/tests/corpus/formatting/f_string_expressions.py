items = ['a', 'b']
user = {'name': 'Ada'}
return [f'{len(items)} item{"s" if len(items) != 1 else ""}', f'{[x.upper() for x in items]}', f'{user.get("name", "?")}', f'{1 if True else 2}', f'{(y := 5)}', f'{y:>3}', f'{not items}', f'{items[0]}{items[-1]}', f'{1,2}']
