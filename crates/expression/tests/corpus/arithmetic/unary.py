x = 5
return [-x, +x, ~x, - -x, not x, -True, +False, -0.0, -(2 ** 63)]
