s = set()
s.add(1)
s.add(1)
s.update([2, 3], (4,))
s.discard(9)
s.remove(2)
t = s.copy()
t.clear()
s |= {10}
s &= {1, 3, 10}
s -= {3}
s ^= {10, 11}
return sorted(s), t, len(s)
