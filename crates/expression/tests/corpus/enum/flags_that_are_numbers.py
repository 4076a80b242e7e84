from enum import IntFlag
class Perm(IntFlag):
    NONE = 0
    R = 1
    W = 2
return Perm.R | Perm.W, Perm.R | 8, (Perm.R | 8).value, 1 | Perm.W, Perm.R + 1, Perm(3) == 3, str(Perm.R), f'{Perm.W:03}', Perm.R in Perm(3), Perm.NONE, Perm.NONE.name, bool(Perm.NONE), list(Perm), Perm(2) & 2, Perm.R & 4, int(Perm(3)), ~Perm.R, isinstance(Perm.R | 8, Perm)
