# ends with: limit or OverflowError
return (1).to_bytes(10 ** 12, 'big')
