grid = {(x, y): x * y for x in range(2) for y in range(2)}
grid[1, 1] = 'corner'
return grid, grid[(0, 1)], (1, 0) in grid
