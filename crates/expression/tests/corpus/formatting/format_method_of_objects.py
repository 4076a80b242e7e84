class Money:
    def __init__(self, cents):
        self.cents = cents
    def __format__(self, spec):
        return f'{self.cents / 100:.2f} {spec or "EUR"}'
m = Money(1250)
return [f'{m}', f'{m:USD}', '{:CHF}'.format(m), format(m, 'X'), format(m)]
