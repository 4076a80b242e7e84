from ipaddress import ip_address, ip_network
allowed = [ip_network(t) for t in ('10.0.0.0/8', '192.168.1.0/24', '2001:db8::/32')]
def inside(t):
    return any(ip_address(t) in n for n in allowed)
return [inside(t) for t in ('10.20.30.40', '192.168.2.1', '192.168.1.255', '2001:db8:1::1', '2001:db9::1', '9.255.255.255')], ip_address('::1') in ip_network('0.0.0.0/0')
