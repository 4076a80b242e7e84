log = []
def kinds():
    log.append('asked')
    return ValueError
try:
    pass
except kinds():
    pass
try:
    raise ValueError
except kinds():
    log.append('caught')
return log
