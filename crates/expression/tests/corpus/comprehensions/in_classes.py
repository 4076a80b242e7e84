class Config:
    hosts = ['a', 'b']
    urls = [f'https://{h}' for h in hosts]
return Config.urls
