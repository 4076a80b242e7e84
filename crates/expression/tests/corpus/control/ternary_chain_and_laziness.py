log = []
def say(x):
    log.append(x)
    return x
result = say('a') if say(False) else say('b') if say(1) else say('c')
return result, log
