# ends with: limit
class A:
    def __bool__(self):
        while True:
            pass
return filter(None, [A()]).__next__()
