return 'a'.ljust(5, 'xy')
