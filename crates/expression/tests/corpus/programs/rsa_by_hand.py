p, q, e = 61, 53, 17
n, phi = p * q, (p - 1) * (q - 1)
d = pow(e, -1, phi)
return d, [pow(pow(m, e, n), d, n) for m in (0, 1, 65, 3000)], pow(3, 2 ** 200, 10 ** 20)
