# ends with: limit or ValueError or OverflowError
return '%1000000000d' % 1
