return [r'\d+\.\w', r'C:\temp\new', R"a\"b", len(r'\n')]
