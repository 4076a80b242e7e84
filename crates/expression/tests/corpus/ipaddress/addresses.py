from ipaddress import ip_address
a = ip_address('192.168.1.10')
b = ip_address('2001:db8::1')
return a, b, str(a), str(b), a.version, b.version, int(a), int(b), a.packed, b.exploded, b.compressed, ip_address('::ffff:1.2.3.4'), ip_address(3232235786), a + 1, a - 10, ip_address('2001:DB8:0:0:0:0:0:1'), a.reverse_pointer, a.max_prefixlen, repr(a), f'{a}', ip_address(b'\x7f\x00\x00\x01')
