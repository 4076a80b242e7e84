yield 1
yield {}['missing']
