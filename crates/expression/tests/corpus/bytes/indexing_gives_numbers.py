data = b'hello'
return data[0], data[-1], data[1:3], data[::-1], list(data), len(data), [c for c in data if c > 105]
