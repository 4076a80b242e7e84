inf = float('inf')
nan = float('nan')
return [inf, -inf, nan, inf - inf, inf + 1, -0.0, 0.0 == -0.0, nan == nan, nan != nan, inf == inf, 1e308 * 10, inf > 10 ** 400, nan < 1, [nan] == [nan], nan in [1]]
