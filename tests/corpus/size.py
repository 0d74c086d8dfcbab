# How many instructions an object has: eight bytes of what its executable sections hold.
import json
import subprocess

EXECUTABLE = "SHF_EXECINSTR"


def instructions(path):
    said = subprocess.run(["llvm-readelf-22", "--elf-output-style=JSON", "--sections", path], capture_output=True, text=True,
                          check=True).stdout
    sections = [each["Section"] for each in json.loads(said)[0]["Sections"]]
    return sum(each["Size"] for each in sections if any(flag["Name"] == EXECUTABLE for flag in each["Flags"]["Flags"])) // 8
