data = [5, 3, 8]
if (n := len(data)) > 2:
    found = f'{n} items'
while (x := data.pop()) != 5:
    last = x
big = [y for v in (1, 5) if (y := v * 10) > 20]
return found, x, last, big, (z := 3) + z
