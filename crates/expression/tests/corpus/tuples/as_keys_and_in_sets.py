seen = {('ada', 1), ('ada', 1), ('bob', 2)}
return len(seen), {(1, 2): 'x'}[1, 2], hash((1, 2)) == hash((1, 2)), (1, 2) == (1.0, 2.0), hash((1,)) == hash((1.0,))
