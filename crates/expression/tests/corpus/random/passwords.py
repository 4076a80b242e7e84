import random, string
def password(n):
    return ''.join(random.choice(string.ascii_letters + string.digits) for _ in range(n))
p = password(20)
return len(p), p.isalnum(), p != password(20), len(password(0)), len(''.join(random.SystemRandom().choice('ab') for _ in range(4)))
