n = 3 ** 200
return n, len(str(n)), sum(int(c) for c in str(n)), int(str(n)) == n, hex(n), -n
