match = {'case': 1}
case = match['case']
_ = 'underscore'
type = 'shadowed'
return match, case, _, type
