# ends with: ModuleNotFoundError or ImportError
import socket
return socket
