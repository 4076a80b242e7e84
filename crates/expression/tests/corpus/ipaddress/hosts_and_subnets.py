from ipaddress import ip_network
n = ip_network('192.168.0.0/29')
return list(n.hosts()), len(list(n)), [str(s) for s in n.subnets(new_prefix=31)], list(n.subnets()), n.supernet(), n.supernet(prefixlen_diff=2), list(ip_network('10.0.0.0/31').hosts()), list(ip_network('10.0.0.1/32').hosts()), list(ip_network('2001:db8::/126').hosts()), list(n.subnets(prefixlen_diff=2))
