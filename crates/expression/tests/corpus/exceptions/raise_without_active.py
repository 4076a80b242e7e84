try:
    raise
except RuntimeError as e:
    return str(e)
