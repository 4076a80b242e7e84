if True:
    def f():
        return 'first'
else:
    def f():
        return 'second'
for i in range(2):
    def g(i=i):
        return i
try:
    import json
except ImportError:
    json = None
return f(), g(), json.dumps([])
