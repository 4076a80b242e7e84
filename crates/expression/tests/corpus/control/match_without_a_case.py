x = 'before'
match 5:
    case 1:
        x = 'one'
return x
