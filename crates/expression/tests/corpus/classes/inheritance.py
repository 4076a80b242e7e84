class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return f'{self.name} makes {self.sound()}'
    def sound(self):
        return 'a sound'
class Dog(Animal):
    def sound(self):
        return 'woof'
class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name + ' jr')
    def sound(self):
        return super().sound() + '!'
p = Puppy('rex')
return p.speak(), Animal('x').speak(), isinstance(p, Animal), isinstance(p, (int, Dog)), issubclass(Puppy, Animal), issubclass(Animal, Puppy), type(p) is Dog
