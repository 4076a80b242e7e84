# ends with: NameError
return open('/etc/passwd').read()
