import string
return string.capwords('ada  lovelace-king'), string.capwords('a-b', '-')
