import secrets
return len(secrets.token_hex(16)), len(secrets.token_bytes(10)), len(secrets.token_urlsafe(32)), secrets.token_hex(8) != secrets.token_hex(8), secrets.choice('ab') in 'ab', 0 <= secrets.randbelow(10) < 10, 0 <= secrets.randbits(4) < 16, secrets.compare_digest('a', 'a'), len(secrets.token_hex()) >= 32, isinstance(secrets.token_bytes(), bytes)
