# ends with: returned 'no code'
match lambda: 0:
    case object(__globals__=g):
        return g
    case _:
        return 'no code'
