from enum import Flag, auto
class Perm(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    EDIT = READ | WRITE
    @property
    def label(self):
        return (self.name or 'nothing').lower()
both = Perm.READ | Perm.RUN
return both, both.name, both.value, str(both), Perm.READ in both, Perm.WRITE in both, Perm.EDIT in both, both & Perm.RUN, both ^ Perm.READ, both & Perm.WRITE, str(Perm(0)), Perm(0).name, bool(both & Perm.WRITE), both.label, Perm(0).label
