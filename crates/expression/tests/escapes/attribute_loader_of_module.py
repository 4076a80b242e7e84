# ends with: AttributeError
import json
return json.__loader__
