assertion = '<Attribute Name="mail"><Value>a@x</Value><Value>b@x</Value></Attribute>'
import re
name = re.search(r'Name="([^"]+)"', assertion)[1]
return {name: re.findall(r'<Value>(.*?)</Value>', assertion)}
