# ends with: AttributeError or limit or returned
import time
time.sleep(10 ** 6)
