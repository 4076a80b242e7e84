def documented():
    """Says nothing."""
def stub(): ...
def one_line(x): return x * 2
return documented(), stub(), one_line(4)
