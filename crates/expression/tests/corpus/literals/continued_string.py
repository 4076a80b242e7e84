return 'first \
second'
