from collections import deque
d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
out = [d.pop(), d.popleft()]
d.extend('ab')
d.extendleft('xy')
d.rotate(1)
last = deque(maxlen=2)
for i in range(5):
    last.append(i)
return out, d, last, list(d), d[0], d[-1], len(d), 'a' in d, last.maxlen, d.count(1), d.index(2), deque('ab') == deque('ab'), deque(), list(reversed(last)), bool(deque())
