return [(2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (255.5).hex(), float.fromhex('0x1.8p1'), (1.5).real]
