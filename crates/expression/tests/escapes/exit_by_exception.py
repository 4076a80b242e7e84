# ends with: SystemExit or NameError
raise SystemExit(3)
