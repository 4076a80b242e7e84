from datetime import datetime, date, time
return [datetime.fromisoformat(t) for t in ('2024-03-05', '2024-03-05T14:07', '2024-03-05 14:07:09', '2024-03-05T14:07:09.123', '2024-03-05T14:07:09.123456+02:00', '2024-03-05T14:07:09Z', '20240305T140709', '2024-03-05T14:07:09-05:30', '2024-W10-2')], date.fromisoformat('20240305'), time.fromisoformat('14:07'), time.fromisoformat('04:05:06.7+01:00')
