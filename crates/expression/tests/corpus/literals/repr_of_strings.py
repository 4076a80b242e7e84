return ["it's", 'say "x"', 'both \' and "', '\x00\x1f\x7f', 'é', '\u200b', '\xa0', '\ud7ff', '日本', '\U0010ffff', '\\', '\r\n\t']
