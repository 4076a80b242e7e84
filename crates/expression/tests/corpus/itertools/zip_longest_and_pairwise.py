from itertools import zip_longest, pairwise
return list(zip_longest('ab', [1, 2, 3])), list(zip_longest('a', 'bc', fillvalue='-')), list(pairwise('abcd')), list(pairwise([1]))
