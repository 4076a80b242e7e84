# ends with: limit or OverflowError
import secrets
return secrets.token_bytes(10 ** 12)
