"""A text at the start is only a comment."""
pass
1 + 1
'unused'
return 'end'
