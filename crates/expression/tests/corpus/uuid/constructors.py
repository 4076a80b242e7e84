import uuid
return uuid.UUID(int=0), uuid.UUID(int=2 ** 128 - 1), uuid.UUID(hex='0' * 31 + '1'), uuid.UUID(bytes=bytes(range(16))), uuid.UUID(bytes_le=bytes(range(16))), uuid.UUID(int=1, version=4), uuid.UUID(fields=(1, 2, 3, 4, 5, 6))
