it = iter('ab')
out = [next(it), next(it), next(it, None), next(it, 'end')]
try:
    next(it)
except StopIteration as e:
    out.append(repr(e))
return out
