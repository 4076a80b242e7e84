result = [y := x * 2, y + 1] if (x := 5) else []
filtered = [half for n in range(6) if (half := n // 2)]
return result, x, y, filtered, half
