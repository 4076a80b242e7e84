s = 'heLLo wOrld'
return [s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), 'STRASSE'.casefold(), 'straße'.upper(), 'ǆ'.title(), "they're".title(), 'İ'.lower(), 'ß'.casefold()]
