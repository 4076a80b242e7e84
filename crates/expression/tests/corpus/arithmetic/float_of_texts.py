return [float('1.5'), float('  -2e3 '), float('Infinity'), float('-inf'), float('1_000.5'), float(3), float(True), float('.5'), float('5.')]
