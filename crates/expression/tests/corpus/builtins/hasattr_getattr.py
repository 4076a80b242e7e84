return hasattr('a', 'upper'), hasattr(1, 'nope'), getattr('a', 'upper')(), getattr(1, 'nope', 'default'), hasattr([], 'append'), hasattr({}, 'items'), hasattr(None, 'x'), getattr([1], 'copy')()
