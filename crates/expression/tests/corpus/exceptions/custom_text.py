class Coded(ValueError):
    def __init__(self, code):
        self.code = code
    def __str__(self):
        return f'code {self.code}'
try:
    raise Coded(7)
except ValueError as e:
    return str(e), e.args, repr(e), f'{e}', e.code
