# The random choices that a program is generated from: a stream of numbers, each below a limit. A new stream is derived from a seed
# and is the same on every machine. A recorded stream can be replayed, which generates the same program again. In every choice 0 is
# the simplest option, and a replay that is too short continues with zeros. The minimizer (../minimize.py) therefore edits the record
# and never the C text: whatever it produces is a program by the generator's own rules.
import contextlib

WORD = (1 << 64) - 1


class Choices:
    def __init__(self, seed, replay=None):
        self.state = seed & WORD
        self.replay = replay
        self.record = []
        # (begin, end) of the choices that belong together. Inner spans come before the spans that contain them.
        self.spans = []

    def random(self):
        """splitmix64. Python's own generator may change between releases, and the meaning of a seed must not."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & WORD
        mixed = ((self.state ^ self.state >> 30) * 0xBF58476D1CE4E5B9) & WORD
        mixed = ((mixed ^ mixed >> 27) * 0x94D049BB133111EB) & WORD
        return mixed ^ mixed >> 31

    def below(self, limit):
        if self.replay is None:
            value = self.random() % limit
        else:
            value = min(self.replay[len(self.record)], limit - 1) if len(self.record) < len(self.replay) else 0
        self.record.append(value)
        return value

    def chance(self, percent):
        return self.below(100) >= 100 - percent

    def pick(self, options):
        return options[self.below(len(options))]

    def weighted(self, options):
        """Returns the result of one of the options, which are pairs (weight, result), the simplest first."""
        number = self.below(sum(weight for weight, _ in options))
        for weight, result in options:
            number -= weight
            if number < 0:
                return result

    def reweighted(self, options):
        """The same options with new weights: some become 0, some larger. The first option keeps its weight."""
        return options[:1] + [(weight * self.pick((1, 0, 1, 5)), result) for weight, result in options[1:]]

    @contextlib.contextmanager
    def span(self):
        begin = len(self.record)
        yield
        if len(self.record) > begin:
            self.spans.append((begin, len(self.record)))

    def repeat(self, least, most, percent):
        """Yields between least and most times, and continues with this probability. Each iteration is a span."""
        for count in range(most):
            with self.span():
                if count >= least and not self.chance(percent):
                    return
                yield count
