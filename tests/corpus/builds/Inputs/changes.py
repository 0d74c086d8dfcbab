# Prints what two invented builds differ in.
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from changes import changes
from kernels import parse
from table import failures, print_details, print_table

OLD = {"same": "loads: 100 instructions, 200 verified", "won": "rejected: max value is outside", "lost": "loads: 10 instructions, 10 verified",
       "absent": "loads: 10 instructions, 10 verified", "short-longer": "loads: 10 instructions, 10 verified",
       "short": "loads: 10 instructions, 10 verified", "long-longer": "loads: 1000 instructions, 10 verified",
       "long": "loads: 1000 instructions, 10 verified", "elsewhere": "not judged: needs a module"}
NEW = {"same": "loads: 90 instructions, 100 verified", "won": "loads: 20 instructions, 20 verified", "lost": "rejected: unbounded memory access",
       "short-longer": "loads: 13 instructions, 10 verified", "short": "loads: 12 instructions, 10 verified",
       "long-longer": "loads: 1021 instructions, 10 verified", "long": "loads: 1020 instructions, 10 verified",
       "elsewhere": "not judged: needs a module"}
CORE = collections.Counter({("byte_off", "STRUCT 'task_struct'", "0:1"): 2, ("field_exists", "STRUCT 'file'", "0:3"): 1})


def results(said):
    return {("source.c", program): parse(words) for program, words in said.items()}


def row(new, core):
    return {"corpus": "invented", "kernel": "6.18", "old": "a", "new": "b",
            **changes(results(OLD), results(new), {"source.c": CORE}, {"source.c": core})}


rows = [row(NEW, CORE - collections.Counter({("byte_off", "STRUCT 'task_struct'", "0:1"): 1})), row(OLD, CORE)]
print_table(rows)
print_details(rows)
print("failures:", [failures(each) for each in rows])
