from datetime import timedelta
a, b = timedelta(hours=3), timedelta(minutes=50)
return a + b, a - b, b - a, -a, abs(-a), a * 2, 2 * a, a / 2, a // 2, a / b, a // b, a % b, divmod(a, b), a * 1.5, sum([a, b], timedelta()), max(a, b), a > b, a == timedelta(minutes=180), timedelta(days=5) // timedelta(days=2)
