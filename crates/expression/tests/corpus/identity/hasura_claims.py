class User:
    pk = 7
    attributes = {'roles': ['editor']}
roles = User.attributes.get('roles', []) + ['user']
return {'https://hasura.io/jwt/claims': {'x-hasura-default-role': roles[0], 'x-hasura-allowed-roles': roles, 'x-hasura-user-id': str(User.pk)}}
