log = []
def say(value):
    log.append(value)
    return value
say(0) and say('not reached')
say(1) or say('not reached')
say('') or say('reached')
return log
