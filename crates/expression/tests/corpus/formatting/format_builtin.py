return [format(3.14159, '.2f'), format('a', '>3'), format(255, 'b'), format(None), format(1234, ','), format(''), format(0.5, '%')]
