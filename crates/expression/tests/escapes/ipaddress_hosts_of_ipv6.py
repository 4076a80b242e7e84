# ends with: limit
from ipaddress import ip_network
return [h for h in ip_network('::/0').hosts()]
