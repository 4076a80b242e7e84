import secrets, string
code = ''.join(secrets.choice(string.digits) for _ in range(6))
return len(code), code.isdigit(), int(code) < 10 ** 6, set(secrets.token_hex(20)) <= set(string.hexdigits)
