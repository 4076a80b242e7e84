def find(matrix, wanted):
    for y, row in enumerate(matrix):
        for x, cell in enumerate(row):
            if cell == wanted:
                return x, y
    return None
return find([[1, 2], [3, 4]], 3), find([[1]], 9)
