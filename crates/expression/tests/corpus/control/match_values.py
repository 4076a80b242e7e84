def name(code):
    match code:
        case 200 | 201:
            return 'ok'
        case 404:
            return 'missing'
        case 'text':
            return 'a text'
        case None:
            return 'nothing'
        case True:
            return 'true'
        case -1:
            return 'minus'
        case _:
            return 'other'
return [name(c) for c in (200, 201, 404, 'text', None, True, -1, 5, 1.5, 404.0)]
