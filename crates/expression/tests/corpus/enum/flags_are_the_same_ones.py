from enum import Flag
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6
one = Perm.R | Perm.X
return one is Perm(5), Perm.R | Perm.W is Perm.RW, Perm.RW.name, Perm(7), list(Perm(7)), [p.name for p in Perm], len(Perm), ~Perm.W, ~one, {one: 1}[Perm(5)], isinstance(one, Perm), one == Perm(5), one != Perm.R, Perm['RW'], repr(Perm), list(Perm.__members__), one | Perm.W == Perm(7)
