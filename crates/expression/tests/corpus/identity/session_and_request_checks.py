class Http:
    GET = {'next': '/app/', 'tags': 'a'}
    META = {'HTTP_USER_AGENT': 'Mozilla/5.0 (iPhone)', 'REMOTE_ADDR': '10.0.0.5'}
    COOKIES = {}
    path, method = '/if/flow/login/', 'POST'
    def get_host(self):
        return 'auth.example.com'
http_request = Http()
mobile = any(word in http_request.META.get('HTTP_USER_AGENT', '').lower() for word in ('iphone', 'android'))
return mobile, http_request.GET.get('next', '/'), http_request.META['REMOTE_ADDR'].startswith('10.'), http_request.get_host().split('.', 1)[1], 'session' in http_request.COOKIES, http_request.method == 'POST'
