a = {1, 2, 3}
b = {3, 4}
return sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a.union(b, [9]) == {1, 2, 3, 4, 9}, a.intersection([3, 1]) == {1, 3}, a.difference(b, [1]) == {2}, a.symmetric_difference(b) == {1, 2, 4}
