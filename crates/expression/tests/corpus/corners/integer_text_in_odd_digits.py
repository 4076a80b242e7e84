return int('١٢٣'), int(' 1_0 '), float('１.５'), '٣'.isdigit()
