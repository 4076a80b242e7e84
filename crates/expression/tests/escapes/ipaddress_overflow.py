# ends with: ValueError or OverflowError or AddressValueError
from ipaddress import ip_address
return ip_address('255.255.255.255') + 10 ** 30
