# The CO-RE relocations of an object, as `bpfbtf dump --format=ext` prints them.
import collections
import os
import pathlib
import re
import subprocess

RELOCATION = re.compile(r"^\tinsn_off=\d+ type_id=\d+ \((?P<type>.*)\) access='(?P<access>.*)' kind=(?P<kind>\w+)$", re.MULTILINE)


def relocations(path):
    """Counts by (kind, type, access string). Empty if the object has no BTF."""
    bpfbtf = pathlib.Path(os.environ["BPFCC"]).with_name("bpfbtf")
    said = subprocess.run([bpfbtf, "dump", "--format=ext", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          errors="replace")
    return collections.Counter((found["kind"], found["type"], found["access"]) for found in RELOCATION.finditer(said.stdout))
