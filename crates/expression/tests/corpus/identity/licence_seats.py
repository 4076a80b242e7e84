class Application:
    def __init__(self, slug, seats):
        self.slug, self.seats = slug, seats
    def __eq__(self, other):
        return isinstance(other, Application) and self.slug == other.slug
    def __hash__(self):
        return hash(self.slug)
used = {Application('a', 5): 5, Application('b', 2): 1}
application = Application('b', 2)
return used[application] < application.seats, used[Application('a', 0)] < 5, [a.slug for a in used if used[a] >= a.seats]
