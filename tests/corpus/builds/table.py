# Prints the changes between builds: a table with a row for each corpus, kernel and pair of builds, and the programs behind its numbers.
COLUMNS = ("corpus", "kernel", "builds", "programs", "old loads", "new loads", "lost", "won", "longer", "instructions", "", "verified", "",
           "CO-RE", "changed")


def ratio(old, new):
    return f"{new / old:.4f}" if old else "-"


def cells(row):
    sums = [(row["old totals"][field], row["new totals"][field]) for field in ("instructions", "verified")]
    return [row["corpus"], row["kernel"], f"{row['old']} -> {row['new']}", row["programs"], row["old loads"], row["new loads"],
            len(row["lost"]), len(row["won"]), len(row["longer"]), *(cell for each in sums for cell in (f"{each[0]} -> {each[1]}", ratio(*each))),
            row["objects with CO-RE"], len(row["CO-RE changes"])]


def print_table(rows):
    lines = [COLUMNS, *(list(map(str, cells(row))) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def print_details(rows):
    for row in rows:
        where = f"{row['corpus']}, {row['kernel']}, {row['old']} -> {row['new']}"
        for group, (count, median) in row.get("medians", {}).items():
            print(f"median: {where}: {group}: {median:.4f} of the instructions in {count} programs")
        for each in row["lost"]:
            print(f"lost: {where}: {each['program']}: {each['reason']}")
        for each in row["won"]:
            print(f"won: {where}: {each}")
        for each in row["longer"]:
            print(f"longer: {where}: {each['program']}: {each['old']} -> {each['new']}")
        for each in row["CO-RE changes"]:
            print(f"CO-RE: {where}: {each['source']}: {', '.join(each['changes'])}")


def failures(row):
    """Whether a row violates what holds for every change: no program lost, and with the same compiler none longer and the same
    relocations."""
    same_compiler = row["old"] != "clang"
    return bool(row["lost"] or same_compiler and (row["longer"] or row["CO-RE changes"]))
