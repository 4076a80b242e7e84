from ipaddress import ip_network, ip_address
n = ip_network('10.1.0.0/22')
m = ip_network('2001:db8::/32')
return n, str(n), n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_prefixlen, n.with_hostmask, m, m.num_addresses, n.version, n[0], n[5], n[-1], n.is_private, ip_network('10.0.0.0/255.255.0.0'), ip_network('1.2.3.4'), n.max_prefixlen
