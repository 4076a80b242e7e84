# ends with: AttributeError
return (x for x in []).gi_code
