def palindrome(s):
    s = [c for c in s.lower() if c.isalpha()]
    return s == s[::-1]
return palindrome('A man, a plan, a canal: Panama'), palindrome('vestibule')
