from dataclasses import dataclass
@dataclass
class Base:
    email: str
    def __post_init__(self):
        self.email = self.email.lower()
@dataclass
class Child(Base):
    admin: bool = False
c = Child('ADA@X')
return c.email, c.admin, isinstance(c, Base), Child('a', True) == Child('A', admin=True)
