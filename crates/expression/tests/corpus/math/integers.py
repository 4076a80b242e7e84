import math
return math.gcd(12, 18), math.gcd(), math.lcm(4, 6), math.factorial(20), math.factorial(0), math.comb(5, 2), math.perm(5, 2), math.prod([1, 2, 3, 4]), math.prod([], start=5), math.gcd(0, 5), math.factorial(25), math.comb(100, 50), math.gcd(2 ** 70, 2 ** 65 * 3)
