# ends with: limit
from ipaddress import ip_network
return sum(1 for _ in ip_network('2001:db8::/32'))
