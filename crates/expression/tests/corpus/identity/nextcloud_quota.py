class User:
    attributes = {'nextcloud_quota': '15 GB'}
    def group_attributes(self):
        return {'nextcloud_quota': '5 GB', 'other': 1}
user = User()
groups = ['users', 'nextcloud admins']
if any('admin' in g for g in groups) and 'admin' not in groups:
    groups.append('admin')
return {'name': 'ada', 'groups': groups, 'quota': user.group_attributes().get('nextcloud_quota', None) or user.attributes.get('nextcloud_quota', None)}
