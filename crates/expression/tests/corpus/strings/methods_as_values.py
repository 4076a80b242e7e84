clean = ' x '.strip
join = ', '.join
return clean(), join(['a', 'b']), [m() for m in ('a'.upper, 'B'.lower)]
