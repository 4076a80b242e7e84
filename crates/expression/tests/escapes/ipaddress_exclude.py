# ends with: limit or returned
from ipaddress import ip_network
a = []
while True:
    a.append(list(ip_network('::/0').address_exclude(ip_network('::1/128'))))
