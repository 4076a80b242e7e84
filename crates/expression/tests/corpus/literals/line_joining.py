total = 1 + \
    2 + \
    3
values = [
    1,
    2,  # with a comment

    3,
]
return total, values
