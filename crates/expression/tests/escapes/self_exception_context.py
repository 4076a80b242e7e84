# ends with: ValueError
e = ValueError('own')
e.__cause__ = e
raise e from e
