# ends with: AttributeError
return '{x.__init__.__globals__[sys]}'.format_map({'x': ValueError})
