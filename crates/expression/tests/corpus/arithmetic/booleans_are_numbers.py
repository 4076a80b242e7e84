votes = [True, False, True, True]
return sum(votes), True + 1, True * 5, ['no', 'yes'][True], False == 0, {True: 'a', 1: 'b', 1.0: 'c'}, isinstance(True, int), str(True), int(True)
