# ends with: limit or OverflowError
return '\t\t\t'.expandtabs(10 ** 9)
