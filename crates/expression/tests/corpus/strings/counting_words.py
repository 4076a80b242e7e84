text = 'one two one three two one'
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
