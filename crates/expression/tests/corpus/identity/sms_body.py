device, token = {'phone_number': '+41 79 123 45 67'}, 123456
return {'To': device['phone_number'].replace(' ', ''), 'From': '+1555', 'Body': f'Your code is {token:,}'.replace(',', ' ')}
