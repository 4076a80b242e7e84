import time
a = time.time()
return isinstance(a, float), a > 1600000000, int(a) <= time.time(), isinstance(time.time_ns(), int), time.monotonic() <= time.monotonic()
