return 5 .bit_length(), (5).real, 1.5.is_integer(), 1_0.0.hex(), -5 .bit_length()
