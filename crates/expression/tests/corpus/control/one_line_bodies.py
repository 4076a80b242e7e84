if True: a = 1
else: a = 2
for i in (1, 2): a += i
def f(): return a
class C: x = a
return f(), C.x
