# ends with: returned or OverflowError
from collections import deque
return deque([1], maxlen=10 ** 18).maxlen == 10 ** 18
