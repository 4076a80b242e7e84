calls = []
def middle():
    calls.append('middle')
    return 5
result = 1 < middle() < 10
return result, calls
