def tag(name, **attributes):
    return '<' + name + ''.join(f' {k}="{v}"' for k, v in attributes.items()) + '>'
return tag('a', href='/', id='x'), tag('br'), tag('p', **{'data-x': 1, 'class': 'y'})
