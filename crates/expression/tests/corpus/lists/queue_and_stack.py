stack = []
queue = [1, 2, 3]
while queue:
    stack.append(queue.pop(0) * 2)
order = []
while stack:
    order.append(stack.pop())
return order
