from string import Template
t = Template('Hello $name, ${greeting}! $$5')
return t.substitute(name='ada', greeting='hi'), t.substitute({'name': 'x'}, greeting='y'), t.safe_substitute(name='z'), t.template, Template('$a$b').substitute(a=1, b=2), Template('no names').substitute()
