größe = 3
名前 = 'x'
return größe, 名前
