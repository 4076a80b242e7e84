vowels = 0
for c in 'Identity Provider':
    if c.lower() in 'aeiou':
        vowels += 1
return vowels, [*'abc'], tuple('ab'), list(enumerate('ab')), max('hello'), min('hello'), sorted('hello'), set('aab') == {'a', 'b'}
