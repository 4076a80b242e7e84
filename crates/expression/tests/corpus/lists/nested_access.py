matrix = [[1, 2, 3], [4, 5, 6]]
matrix[1][2] += 10
return matrix, [row[0] for row in matrix], list(zip(*matrix)), sum(matrix, []), matrix[-1][-1]
