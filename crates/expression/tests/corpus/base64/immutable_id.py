import base64, uuid
guid = uuid.UUID('f47ac10b-58cc-4372-a567-0e02b2c3d479')
encoded = base64.b64encode(guid.bytes_le).decode()
return encoded, uuid.UUID(bytes_le=base64.b64decode(encoded)) == guid
