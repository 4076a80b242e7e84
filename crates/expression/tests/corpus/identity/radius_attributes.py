packet = {}
class User:
    attributes = {'vlan': 42}
    groups = ['wifi', 'staff']
vlans = {'staff': 10, 'guests': 20}
vlan = User.attributes.get('vlan') or next((vlans[g] for g in User.groups if g in vlans), 1)
packet['Tunnel-Type'] = 13
packet['Tunnel-Private-Group-ID'] = str(vlan)
if 'wifi' not in User.groups:
    packet['Filter-Id'] = 'deny'
return packet
