class Base:
    @classmethod
    def name(cls):
        return cls.__name__
    @property
    def label(self):
        return 'base'
class Child(Base):
    @classmethod
    def name(cls):
        return 'child of ' + super().name()
    @property
    def label(self):
        return super().label + '+'
return Child.name(), Child().name(), Child().label, Base.name()
