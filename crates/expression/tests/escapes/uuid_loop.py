# ends with: limit
import uuid
while True:
    uuid.uuid5(uuid.NAMESPACE_DNS, 'x' * 10000)
