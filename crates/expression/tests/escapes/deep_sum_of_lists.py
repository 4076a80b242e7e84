# ends with: limit
return len(sum(([[x]] for x in range(100000)), []))
