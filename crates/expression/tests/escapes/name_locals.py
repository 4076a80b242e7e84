# ends with: NameError or returned
return locals()
