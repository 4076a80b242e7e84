# ends with: returned '[[...]]'
a = []
a.append(a)
return repr(a)
