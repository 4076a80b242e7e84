from ipaddress import ip_address
return [ip_address(t).is_global for t in ('8.8.8.8', '10.1.1.1', '100.64.0.1', '2606:4700::1', 'fd00::1', '192.168.0.1')]
