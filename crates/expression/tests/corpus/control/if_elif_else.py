def level(score):
    if score < 0:
        return 'suspicious'
    elif score == 0:
        return 'new'
    elif 0 < score < 5:
        return 'known'
    else:
        return 'trusted'
return [level(s) for s in (-1, 0, 3, 9)]
