from ipaddress import ip_network
a, b, c = ip_network('10.0.0.0/8'), ip_network('10.1.0.0/16'), ip_network('11.0.0.0/8')
return b.subnet_of(a), a.subnet_of(b), a.supernet_of(b), a.overlaps(b), a.overlaps(c), a < c, sorted([c, b, a]), a == ip_network('10.0.0.0/8'), a.compare_networks(c), list(ip_network('10.0.0.0/30').address_exclude(ip_network('10.0.0.0/31')))
