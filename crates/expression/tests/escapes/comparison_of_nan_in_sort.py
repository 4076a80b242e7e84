# ends with: returned
nan = float('nan')
return len(sorted([nan, 1.0, nan, 0.5] * 1000))
