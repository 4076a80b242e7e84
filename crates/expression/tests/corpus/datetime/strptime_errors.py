from datetime import datetime
results = []
for text, pattern in (('2024-13-01', '%Y-%m-%d'), ('abc', '%Y'), ('2024-01-01 x', '%Y-%m-%d'), ('2024', '%Q'), ('30/02/2024', '%d/%m/%Y'), ('', '%Y'), ('5', '%')):
    try:
        results.append(datetime.strptime(text, pattern))
    except ValueError as e:
        results.append(str(e))
return results
