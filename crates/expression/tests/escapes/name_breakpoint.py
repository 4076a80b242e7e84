# ends with: NameError
breakpoint()
