return """first
second

  third"""
