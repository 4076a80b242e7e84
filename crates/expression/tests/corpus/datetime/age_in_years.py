from datetime import date
def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
return age(date(2000, 5, 5), date(2024, 5, 4)), age(date(2000, 5, 5), date(2024, 5, 5))
