return [type(round(2.5)).__name__, type(round(2.5, 0)).__name__, type(round(2)).__name__, type(round(2, 1)).__name__, round(5.015, 2), round(1.005, 2), round(True)]
