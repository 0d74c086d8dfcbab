// A source with one error.
int wrong(void) { return undeclared; }
