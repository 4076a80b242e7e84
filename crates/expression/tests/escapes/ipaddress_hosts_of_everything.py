# ends with: limit
from ipaddress import ip_network
return list(ip_network('0.0.0.0/0').hosts())
