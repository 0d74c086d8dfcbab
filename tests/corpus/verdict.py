# What the running kernel says of every program of an object, each loaded alone, as far as libbpf brings it.
#
#   verdicts("prog.o") -> {"name of the program": Verdict(kind, reason)}
#   verdicts("prog.o", "bpf,net_admin")   the same with no other capability of those that bpfcc's --capabilities= knows
#   verdicts("prog.o", fills=True)        and what definitions of maps leave to the program that loads them is set
#
# A program that is not loaded for a reason that lies in this machine says nothing about the compiler: it is `not judged`,
# and so is everything in an object that libbpf cannot open.
import collections
import ctypes
import json
import multiprocessing
import pathlib
import re
import subprocess
import sys

LOADS, REJECTED, NOT_JUDGED = "loads", "rejected", "not judged"
Verdict = collections.namedtuple("Verdict", "kind reason")

KNOWN = pathlib.Path(__file__).resolve().parents[2] / "passes/target/Capabilities.def"

# Only where the verifier was asked and said no does it end its log like this.
VERIFIER = re.compile(r"^processed \d+ insns", re.MULTILINE)

PRINT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p)


def libbpf():
    """libbpf, with the few functions that are called here."""
    library = ctypes.CDLL("libbpf.so.1", use_errno=True)
    for name in ("bpf_object__open_file", "bpf_object__next_program", "bpf_object__next_map"):
        function = getattr(library, name)
        function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    library.bpf_object__open_file.argtypes[0] = ctypes.c_char_p
    library.bpf_program__name.restype = ctypes.c_char_p
    library.bpf_program__set_autoload.argtypes = [ctypes.c_void_p, ctypes.c_bool]
    library.bpf_map__set_pin_path.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    for name in ("bpf_map__type", "bpf_map__max_entries", "bpf_map__value_size"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    for name in ("bpf_map__set_max_entries", "bpf_map__set_value_size"):
        getattr(library, name).argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    for name in ("bpf_program__name", "bpf_object__load", "bpf_object__close"):
        getattr(library, name).argtypes = [ctypes.c_void_p]
    return library


def each(next_, opened):
    """What libbpf's bpf_object__next_program() or bpf_object__next_map() go through."""
    found = next_(opened, None)
    while found:
        yield found
        found = next_(opened, found)


# The types of maps that have no max_entries, or get theirs from libbpf; the size of a ring buffer is that of pages.
WITHOUT_ENTRIES, RING_BUFFERS, STACK_TRACE = (4, 19, 21, 24, 28, 29, 32), (27, 31), 7


def fill(library, map_):
    """As the programs do that leave a size out: one entry, and a stack of the kernel's usual depth."""
    kind = library.bpf_map__type(map_)
    if not library.bpf_map__max_entries(map_) and kind not in WITHOUT_ENTRIES:
        library.bpf_map__set_max_entries(map_, 4096 if kind in RING_BUFFERS else 1)
    if kind == STACK_TRACE and not library.bpf_map__value_size(map_):
        library.bpf_map__set_value_size(map_, 8 * 127)


def judged(result, said):
    if result == 0:
        return Verdict(LOADS, "")
    lines = said.strip().splitlines()
    verifier = [number for number, line in enumerate(lines) if VERIFIER.match(line)]
    reason = lines[verifier[-1] - 1] if verifier else (lines[0] if lines else "nothing said")
    return Verdict(REJECTED if verifier else NOT_JUDGED, reason)


def ask(path, sender, fills):
    """In a process of its own: what libbpf keeps, or does when an object is odd, ends with it."""
    said = []
    # As long as libbpf's longest log.
    text = ctypes.create_string_buffer(1 << 24)

    @PRINT
    def note(level, form, arguments):
        if level > 1:  # LIBBPF_DEBUG
            return 0
        ctypes.CDLL(None).vsnprintf(text, ctypes.c_size_t(len(text)), form, ctypes.c_void_p(arguments))
        said.append(text.value.decode(errors="replace"))
        return 0

    library = libbpf()
    library.libbpf_set_print(note)
    opened = library.bpf_object__open_file(path.encode(), None)
    names = [library.bpf_program__name(program) for program in each(library.bpf_object__next_program, opened)] if opened else []
    for name in names:
        opened = library.bpf_object__open_file(path.encode(), None)
        for program in each(library.bpf_object__next_program, opened):
            library.bpf_program__set_autoload(program, library.bpf_program__name(program) == name)
        # What is pinned would stay there, and be taken for the next one's.
        for map_ in each(library.bpf_object__next_map, opened):
            library.bpf_map__set_pin_path(map_, None)
            if fills:
                fill(library, map_)
        del said[:]
        result = library.bpf_object__load(opened)
        sender.send((name.decode(), judged(result, "".join(said))))
        library.bpf_object__close(opened)
    sender.send(None)


def without(capabilities):
    """The words before a command that is to have no others than these; root has all."""
    known = re.findall(r'^CAPABILITY\(\w+, "(\w+)"', KNOWN.read_text(), re.MULTILINE)
    dropped = [] if capabilities == "root" else [f"-{name}" for name in known if name not in capabilities.split(",")]
    return ["setpriv", f"--bounding-set={','.join(dropped)}", f"--inh-caps={','.join(dropped)}"] if dropped else []


def verdicts(path, capabilities="root", fills=False):
    """Every program of the object by its name, with what the kernel says of it."""
    if words := without(capabilities):
        said = subprocess.run([*words, sys.executable, "-B", __file__, path, *["fill"] * fills], capture_output=True, text=True, check=True)
        return {name: Verdict(*verdict) for name, verdict in json.loads(said.stdout).items()}
    return verdicts_here(path, fills)


def verdicts_here(path, fills):
    receiver, sender = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=ask, args=(path, sender, fills))
    child.start()
    sender.close()
    result = {}
    try:
        for name, verdict in iter(receiver.recv, None):
            result[name] = verdict
    except EOFError:
        result["(libbpf)"] = Verdict(NOT_JUDGED, f"libbpf ended before it had asked for every program of {path}")
    child.join()
    return result


if __name__ == "__main__":
    print(json.dumps(verdicts_here(sys.argv[1], "fill" in sys.argv[2:])))
