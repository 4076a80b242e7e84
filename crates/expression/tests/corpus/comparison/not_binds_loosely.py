return [not 1 in [1], not (1 in [1]), not None is None, not 0 == 1, not True and False, not (True and False)]
