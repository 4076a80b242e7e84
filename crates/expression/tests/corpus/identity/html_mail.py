import html
name = '<Ada & "Co">'
rows = ''.join(f'<tr><td>{html.escape(k)}</td><td>{html.escape(str(v))}</td></tr>' for k, v in {'a<b': 1, "it's": None}.items())
return f'<p>{html.escape(name)}</p><table>{rows}</table>', html.unescape('&lt;b&gt; &amp; &#39;')
