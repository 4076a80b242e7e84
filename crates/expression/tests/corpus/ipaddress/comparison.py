from ipaddress import ip_address, IPv4Address, IPv6Address
a, b = ip_address('10.0.0.2'), ip_address('10.0.0.10')
out = [a < b, sorted([b, a]), a == IPv4Address('10.0.0.2'), a == '10.0.0.2', str(a) == '10.0.0.2', {a: 1}[ip_address('10.0.0.2')], isinstance(a, IPv4Address), a == ip_address('::a00:2'), max(a, b), isinstance(ip_address('::1'), IPv6Address)]
try:
    a < ip_address('::1')
except TypeError as e:
    out.append(str(e))
return out
