s = {1, 2, 3, 4}
s.intersection_update([2, 3, 4, 5])
s.difference_update([4])
s.symmetric_difference_update([3, 9])
return sorted(s)
