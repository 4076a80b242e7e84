def to_base(n, base):
    digits = ''
    while n:
        n, r = divmod(n, base)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[r] + digits
    return digits or '0'
return to_base(255, 2), to_base(10 ** 18, 36), to_base(0, 7), int(to_base(10 ** 30, 36), 36) == 10 ** 30
