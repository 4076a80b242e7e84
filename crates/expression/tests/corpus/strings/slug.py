def slugify(text):
    out = ''
    for c in text.lower():
        if c.isalnum() and c.isascii():
            out += c
        elif out and not out.endswith('-'):
            out += '-'
    return out.strip('-')
return [slugify('  Hello, World! '), slugify('Größe 42'), slugify('---'), slugify('a--b__c')]
