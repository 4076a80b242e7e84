return 'é' == 'e\u0301', len('e\u0301'), 'e\u0301'.encode(), sorted(['é', 'e', 'f', 'E'])
