class Problem(Exception):
    """An error that ends the command. Exit codes: 1 wrong arguments or program, 2 anything else, 77 the kernel cannot be asked."""

    def __init__(self, text, code=2):
        super().__init__(text)
        self.code = code
