groups = ['admins', 'users']
return f"groups: {', '.join(f'<{g:>8}>' for g in groups)}"
