# ends with: limit
import html
s = '&' * 100
while True:
    s = html.escape(s)
