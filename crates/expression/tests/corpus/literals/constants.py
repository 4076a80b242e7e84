return None, True, False, Ellipsis, ..., NotImplemented
