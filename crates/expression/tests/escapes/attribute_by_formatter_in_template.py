# ends with: AttributeError
class Box:
    def show(self):
        pass
return '{b.show.__func__.__code__}'.format(b=Box())
