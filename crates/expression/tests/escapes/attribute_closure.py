# ends with: AttributeError
x = 1
return (lambda: x).__closure__
