fs = []
for i in range(3):
    fs.append(lambda: i)
def later():
    return undefined_yet
undefined_yet = 'now defined'
return [f() for f in fs], later()
