text = """He said "yes" and 'no'"""
other = '''it's'''
return text, other
