import uuid
u = uuid.UUID('f47ac10b-58cc-4372-a567-0e02b2c3d479')
return u.hex, u.int, u.urn, u.version, u.variant, u.bytes, u.bytes_le, u.fields, u.time_low, u.node, u.clock_seq, str(u)[:8]
