# ends with: AttributeError
import json
return json.__dict__
