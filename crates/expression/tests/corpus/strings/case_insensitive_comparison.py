emails = ['Ada@Example.COM', 'bob@example.org', 'ADA@example.com']
return len({e.casefold() for e in emails}), [e for e in emails if e.lower().endswith('@example.com')]
