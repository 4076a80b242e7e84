# ends with: NameError
return memoryview(b'x')
