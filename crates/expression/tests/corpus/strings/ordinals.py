return [ord('a'), ord('€'), ord('😀'), chr(97), chr(8364), chr(128512), [chr(ord('a') + i) for i in range(5)], ord(b'a')]
