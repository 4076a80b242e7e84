import re
from collections import Counter
text = 'The cat and the hat. The end, and the cat again!'
return Counter(re.findall(r'[a-z]+', text.lower())).most_common(3)
