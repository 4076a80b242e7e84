from ipaddress import ip_address, ip_network
offices = {'zurich': ['10.41.0.0/16', '194.12.0.0/20'], 'berlin': ['10.49.0.0/16']}
def office(client):
    client = ip_address(client)
    for name, networks in offices.items():
        if any(client in ip_network(n) for n in networks):
            return name
    return 'home office' if client.is_private else None
return [office(c) for c in ('10.41.7.1', '194.12.15.255', '194.12.16.0', '10.49.0.1', '192.168.0.2')]
