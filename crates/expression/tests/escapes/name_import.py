# ends with: NameError
return __import__('os').environ
