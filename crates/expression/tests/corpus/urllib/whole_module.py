import urllib.parse
import urllib
return urllib.parse.quote('a b'), urllib.parse.urlparse('https://h').netloc
