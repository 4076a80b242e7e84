users = [{'name': 'b', 'dept': 'x', 'age': 3}, {'name': 'a', 'dept': 'y', 'age': 3}, {'name': 'c', 'dept': 'x', 'age': 9}]
users.sort(key=lambda u: u['name'])
users.sort(key=lambda u: u['age'], reverse=True)
return [u['name'] for u in users], [u['name'] for u in sorted(users, key=lambda u: (u['dept'], -u['age']))]
