try:
    from no_such_package import thing
except ImportError:
    def thing():
        return 'fallback'
return thing()
