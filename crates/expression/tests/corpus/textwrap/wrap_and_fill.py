import textwrap
text = 'The quick brown fox jumped over the lazy dog and a verylongwordindeed.'
return textwrap.wrap(text, 20), textwrap.fill(text, 30), textwrap.wrap('', 10), textwrap.wrap('abcdefghij', 4), textwrap.fill('a b c', width=3, initial_indent='* ', subsequent_indent='  '), textwrap.wrap('one-two-three four', 9), textwrap.wrap('abcdefghij', 4, break_long_words=False)
