def read():
    yield from ['a=1', 'bad', 'b=2', '', 'c=x']
def parse(lines):
    for line in lines:
        key, sep, value = line.partition('=')
        if sep:
            yield key, value
def numeric(pairs):
    return ((k, int(v)) for k, v in pairs if v.isdigit())
return dict(numeric(parse(read())))
