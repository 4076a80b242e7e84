return hex(255), oct(64), bin(10), chr(65), ord('A'), hex(-1), int('0x1f', 16), int('11', 2), hex(2 ** 64), chr(0x1f600), ord('\n')
