return list({3, 1, 2}), [x for x in {0, 5, 3}], {2, 1, 1}
