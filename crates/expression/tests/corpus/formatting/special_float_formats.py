inf, nan = float('inf'), float('nan')
return [f'{inf}', f'{nan:f}', f'{-inf:.2f}', f'{inf:>6}', f'{nan:06.1f}', f'{-0.0}', f'{-0.0:.1f}', f'{inf:E}', f'{inf:%}']
