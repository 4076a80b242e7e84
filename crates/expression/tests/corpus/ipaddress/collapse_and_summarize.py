from ipaddress import collapse_addresses, summarize_address_range, ip_network, ip_address
return list(collapse_addresses([ip_network('10.0.0.0/25'), ip_network('10.0.0.128/25'), ip_network('10.0.2.0/24')])), list(summarize_address_range(ip_address('10.0.0.0'), ip_address('10.0.0.5')))
