context = {'geoip': {'country': 'CH', 'continent': 'EU', 'lat': 47.3}, 'asn': {'asn': 3303}}
geoip = context.get('geoip') or {}
blocked = {'XX', 'YY'}
return geoip.get('country') not in blocked and geoip.get('continent') == 'EU' and context['asn']['asn'] not in (64512,), round(geoip['lat'])
