# ends with: limit or error or OverflowError or returned
import re
return re.compile('((((a{1000}){1000}){1000}){1000})').match('a')
