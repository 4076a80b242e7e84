return [hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), hex(0), hex(2 ** 70), bin(2 ** 65)]
