# ends with: limit or error or returned
import re
return re.fullmatch('(?:a|a)*', 'a' * 50 + 'b')
