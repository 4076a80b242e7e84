attributes = {'aws': {'roles': ['admin', 'viewer'], 'account': '123456789012'}}
aws = attributes.get('aws', {})
for role in aws.get('roles', []):
    yield 'arn:aws:iam::{0}:role/{1},arn:aws:iam::{0}:saml-provider/idp'.format(aws['account'], role)
