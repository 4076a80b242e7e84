d = {'key': 'value', 'n': [1, 2]}
return [f"{d['key']}", f'{d["n"][1]}', f"{'a' if d else 'b'}", f'''{d["key"]} and '{d['key']}' ''', f"{', '.join(str(x) for x in d['n'])}", f'{ {"a": 1}["a"] }', f'{(lambda x: x * 2)(4)}']
