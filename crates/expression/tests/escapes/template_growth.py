# ends with: limit
from string import Template
s = 'x' * 100000
return Template('$a' * 100000).substitute(a=s)
