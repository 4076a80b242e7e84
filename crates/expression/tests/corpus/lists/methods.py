a = [3, 1, 2]
a.append(5)
a.extend([9, 8])
a.insert(0, 'first')
a.insert(-1, 'before last')
a.insert(100, 'end')
popped = a.pop(), a.pop(0), a.pop(-2)
a.remove(5)
a.reverse()
return a, popped, a.index(2), a.count(1), a.copy() == a, a.clear(), a
