# python < 3.13
import math
results = []
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt('a'), lambda: math.floor(math.nan), lambda: math.ceil(math.inf), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.isqrt(-1), lambda: math.gcd(1.5), lambda: math.factorial(1.5), lambda: math.fmod(1, 0), lambda: math.pow(0, -1), lambda: math.comb(-1, 2)):
    try:
        results.append(f())
    except (ValueError, TypeError, OverflowError) as e:
        results.append(f'{type(e).__name__}: {e}')
return results
