return repr('a'), repr(1.0), repr([None]), ascii('é'), repr(b'\x00'), repr("'"), repr(int), repr(range(1, 3)), repr(slice(1, None)), repr(...), repr(len), repr(ValueError('x'))
