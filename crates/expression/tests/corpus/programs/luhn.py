def valid(number):
    digits = [int(c) for c in number if c.isdigit()][::-1]
    return sum(d if i % 2 == 0 else sum(divmod(d * 2, 10)) for i, d in enumerate(digits)) % 10 == 0
return valid('4539 1488 0343 6467'), valid('8273 1232 7352 0569')
