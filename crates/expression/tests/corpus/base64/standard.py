import base64
return base64.b64encode(b'hello'), base64.b64decode('aGVsbG8='), base64.b64decode(b'aGVsbG8='), base64.b64encode(b''), base64.b64encode('é€'.encode()).decode(), base64.b64encode(b'\xff\xfe\xfd'), base64.standard_b64encode(b'>>>'), base64.standard_b64decode('Pj4+')
