return ['ab' * 3, 3 * 'ab', 'a' * 0, 'a' * -1, '-' * 5, '' * 100, 'ab' * True]
