people = [('ada', 3), ('bob', 1), ('cyd', 3), ('dan', 1)]
return sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0]))
