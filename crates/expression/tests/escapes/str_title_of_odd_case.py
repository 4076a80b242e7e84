# ends with: returned
return 'ŉ'.title(), 'ﬁ'.upper(), 'ΣΑΣ'.lower(), 'ß'.capitalize(), 'ǰ'.swapcase()
