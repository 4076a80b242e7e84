from ipaddress import ip_address
return ip_address('::ffff:10.1.2.3').ipv4_mapped, ip_address('2001:db8::1').ipv4_mapped, ip_address('fe80::1%eth0'), ip_address('fe80::1%eth0').scope_id, ip_address('2002:c000:0204::').sixtofour
