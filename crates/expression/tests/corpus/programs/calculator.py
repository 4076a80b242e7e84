import re
def evaluate(text):
    tokens = re.findall(r'\d+|[-+*/()]', text)
    def expression():
        value = term()
        while tokens and tokens[0] in '+-':
            op = tokens.pop(0)
            value = value + term() if op == '+' else value - term()
        return value
    def term():
        value = factor()
        while tokens and tokens[0] in '*/':
            op = tokens.pop(0)
            value = value * factor() if op == '*' else value / factor()
        return value
    def factor():
        token = tokens.pop(0)
        if token == '(':
            value = expression()
            tokens.pop(0)
            return value
        return -factor() if token == '-' else int(token)
    return expression()
return evaluate('1 + 2 * 3'), evaluate('(1 + 2) * 3 - -4'), evaluate('8 / 2 / 2')
