# ends with: AttributeError
import json
return json.codecs.sys
