# ends with: NameError
exit(3)
