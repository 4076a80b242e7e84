from ipaddress import IPv4Address, IPv6Address, IPv4Network, AddressValueError, NetmaskValueError
results = []
for f in (lambda: IPv4Address('1.2.3.256'), lambda: IPv4Address('1.2.3'), lambda: IPv4Address('a.b.c.d'), lambda: IPv4Network('10.0.0.0/99'), lambda: IPv4Network('10.0.0.1/24'), lambda: IPv6Address('1::2::3'), lambda: IPv4Address('')):
    try:
        results.append(f())
    except ValueError as e:
        results.append(f'{type(e).__name__}: {e}')
return results
