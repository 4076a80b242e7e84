from ipaddress import ip_network, ip_interface, IPv4Network
i = ip_interface('10.1.2.3/24')
return ip_network('10.1.2.3/16', strict=False), i, i.ip, i.network, IPv4Network('10.0.0.0/24').network_address, i.with_prefixlen
