from ipaddress import ip_address, ip_network
results = []
for f in (lambda: ip_address('nonsense'), lambda: ip_address('1.2.3'), lambda: ip_address('1.2.3.256'), lambda: ip_address(''), lambda: ip_network('10.0.0.1/8'), lambda: ip_network('10.0.0.0/33'), lambda: ip_address('10.0.0.0/8'), lambda: ip_address('01.2.3.4'), lambda: ip_address('::g'), lambda: ip_network('x/8'), lambda: ip_address(-1), lambda: ip_address('1:2:3')):
    try:
        results.append(f())
    except ValueError as e:
        results.append(str(e))
return results
