import base64
return base64.urlsafe_b64encode(b'\xff\xfe\xfd?'), base64.urlsafe_b64decode('__79Pw=='), base64.b64encode(b'\xff\xfe\xfd', altchars=b'-_'), base64.b64decode('__79', altchars='-_')
