text = 'the quick brown fox jumps over the lazy dog'
lines = ['']
for word in text.split():
    if len(lines[-1]) + len(word) + 1 > 15:
        lines.append('')
    lines[-1] = (lines[-1] + ' ' + word).strip()
return lines
