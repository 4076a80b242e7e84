from datetime import datetime, timezone, timedelta
d = datetime(2024, 3, 5, 14, 7, 9, 1234, tzinfo=timezone(timedelta(hours=5, minutes=30)))
return [d.strftime(f) for f in ('%Y-%m-%d', '%d/%m/%y', '%H:%M:%S.%f', '%I:%M %p', '%A %a', '%B %b', '%j', '%U %W', '%w %u', '%z', '%Z', '%%', '%G-W%V', '%e' if False else '%d', 'plain', '', '%c', '%x %X', '%y%m', '%-d' if False else '%m', 'é %Y')]
