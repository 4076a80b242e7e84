log = []
class Logger:
    def __getattr__(self, level):
        return lambda event, **fields: log.append((level, event, dict(sorted(fields.items()))))
ak_logger = Logger()
ak_logger.info('login', user='ada', ip='10.0.0.1')
ak_logger.warning('odd', n=1)
return log
