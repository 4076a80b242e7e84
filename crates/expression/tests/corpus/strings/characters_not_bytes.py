s = 'naïve 日本 😀'
return len(s), s[2], s[6:8], s[-1], s[::-1], s.find('日'), s.index('😀'), s.center(15, '·'), list('é😀'), s.upper()
