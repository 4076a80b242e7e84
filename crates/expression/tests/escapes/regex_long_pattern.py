# ends with: limit or error or returned
import re
return re.compile('|'.join(f'word{n}' for n in range(100000))) is not None
