# undefined.py TEXT: prints whether a program with the statement TEXT is well defined.
import pathlib
import sys
import tempfile
import types

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from judge import Judge
from problem import Problem

TEXT = """
#include "program.h"
u32 p1_result;
OBSERVE(p1_result)
PROGRAM(xdp, p1)
{
  u8 *data = DATA(context), *end = DATA_END(context);
  if (data + 64 > end)
    return 0;
  %s
  return 0;
}
"""

with tempfile.TemporaryDirectory() as folder:
    judge = Judge(folder, 8)
    program = types.SimpleNamespace(text=TEXT % sys.argv[1], prefix="p1", wraps=False)
    try:
        judge.check_defined([program], judge.reference([program]))
        print("defined")
    except Problem as problem:
        print(problem)
