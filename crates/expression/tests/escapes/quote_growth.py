# ends with: limit
from urllib.parse import quote
s = '%' * 100
while True:
    s = quote(s)
