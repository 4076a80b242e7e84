# ends with: returned 'no class escapes'
class Sly:
    def __getattr__(self, name):
        return getattr(object, name)
try:
    return Sly().__subclasses__()
except AttributeError:
    return 'no class escapes'
