# `keyword`: the words of the language.
words = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda "
    "nonlocal not or pass raise return try while with yield"
)
kwlist = words.split()
return {"iskeyword": frozenset(kwlist).__contains__, "kwlist": kwlist}
