return no_such_name + 1
