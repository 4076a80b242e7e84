log = []
def n(x):
    log.append(x)
    return x
d = {n('k1'): n('v1'), n('k2'): n('v2')}
d[n('k3')] = n('v3')
return log
