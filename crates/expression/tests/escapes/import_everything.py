# ends with: refused or ModuleNotFoundError or ImportError or refused
from os import *
