# ends with: returned or ValueError or UnicodeEncodeError
s = '\ud800'
return len(s)
