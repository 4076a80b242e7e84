return {1, 1.0, True}, len({0, False, 0.0, '0'}), {1} == {1.0}, 1.0 in {1}
