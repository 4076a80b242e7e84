from ipaddress import ip_address
names = ('is_private', 'is_loopback', 'is_multicast', 'is_link_local', 'is_unspecified', 'is_reserved')
return [(t, [n[3:] for n in names if getattr(ip_address(t), n)]) for t in ('10.0.0.1', '127.0.0.1', '8.8.8.8', '169.254.1.1', '224.0.0.1', '0.0.0.0', '172.16.5.4', '172.32.0.1', '::1', 'fe80::1', 'fc00::1', '2606:4700::1111', 'ff02::1', '::')]
