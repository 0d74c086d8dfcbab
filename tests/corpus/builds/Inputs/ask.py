# ask.py FOLDER KERNEL...: prints what kernels say about objects.
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from kernels import ask

for kernel in sys.argv[2:]:
    release, results = ask(kernel, sys.argv[1])
    for object_, programs in results.items():
        for name, result in programs.items():
            print(f"{release}: {object_}: {name}: {result.kind}, {result.instructions} instructions, {result.verified} verified {result.reason}")
