d = {}
del d['gone']
