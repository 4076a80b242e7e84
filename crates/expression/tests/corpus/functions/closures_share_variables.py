def account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
    def read():
        return balance
    return deposit, read
deposit, read = account(10)
deposit(5)
return read()
