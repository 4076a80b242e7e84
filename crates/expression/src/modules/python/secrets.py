# `secrets`: chance for what nobody may guess.
import base64
import hmac
import random

DEFAULT_ENTROPY = 32


def token_bytes(nbytes=None):
    return random.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return random.randrange(exclusive_upper_bound)


return {
    "SystemRandom": random.Random,
    "choice": random.choice,
    "compare_digest": hmac.compare_digest,
    "randbelow": randbelow,
    "randbits": random.getrandbits,
    "token_bytes": token_bytes,
    "token_hex": token_hex,
    "token_urlsafe": token_urlsafe,
}
