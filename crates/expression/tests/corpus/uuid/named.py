import uuid
return uuid.uuid5(uuid.NAMESPACE_DNS, 'example.com'), uuid.uuid3(uuid.NAMESPACE_DNS, 'example.com'), uuid.uuid5(uuid.NAMESPACE_URL, 'https://example.com/ä'), uuid.NAMESPACE_OID, uuid.uuid5(uuid.UUID(int=5), 'x').version, str(uuid.uuid3(uuid.NAMESPACE_X500, 'cn=a'))
