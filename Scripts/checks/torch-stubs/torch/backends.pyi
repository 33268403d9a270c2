class cudnn:
    benchmark: bool
