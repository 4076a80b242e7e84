# ends with: returned or ValueError
a = [1, 2, 3]
return max(a, key=lambda x: a.clear() or x)
