class Empty:
    def __len__(self):
        return 0
return bool(Empty()), bool(object()), bool(len), bool(int), bool(' '), bool('0'), bool([[]]), bool((0,)), bool(None), bool(0.0), bool(range(0)), bool(float('nan'))
