# ends with: returned or ValueError
import random
class A:
    def __lt__(self, other):
        return random.random() < 0.5
return len(sorted(A() for _ in range(1000)))
