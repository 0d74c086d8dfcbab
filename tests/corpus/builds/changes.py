# The changes between two builds of a corpus on one kernel, as a dictionary that can be written as JSON.
#
# A program is lost if it loads in the old build only, and won if it loads in the new build only. A program that loads in both is longer
# if it has more than 2 additional instructions and more than 2 %. Sums are over the programs that load in both.


def is_longer(old, new):
    return new - old > max(2, old * 0.02)


def loading(results):
    return {key for key, result in results.items() if result.kind == "loads"}


def name(key):
    return ": ".join(key)


def totals(results, keys):
    return {"instructions": sum(results[key].instructions for key in keys), "verified": sum(results[key].verified for key in keys)}


def lost_program(key, new):
    return {"program": name(key), "reason": new[key].reason if key in new else "the new build has no such program"}


def changed_relocations(old, new):
    """The sources that both builds have, {source: Counter}, and whose CO-RE relocations differ."""
    for source in sorted(old.keys() & new.keys()):
        rows = [row for row in sorted(old[source].keys() | new[source].keys()) if old[source][row] != new[source][row]]
        if rows:
            yield {"source": source, "changes": [f"{new[source][row] - old[source][row]:+} {' '.join(row)}" for row in rows]}


def changes(old, new, old_relocations, new_relocations):
    """old, new: {(source, program): Result}."""
    before, after = loading(old), loading(new)
    both = sorted(before & after)
    return {
        "programs": len(old.keys() | new.keys()), "old loads": len(before), "new loads": len(after),
        "lost": [lost_program(key, new) for key in sorted(before - after)],
        "won": [name(key) for key in sorted(after - before)],
        "longer": [{"program": name(key), "old": old[key].instructions, "new": new[key].instructions} for key in both
                   if is_longer(old[key].instructions, new[key].instructions)],
        "old totals": totals(old, both), "new totals": totals(new, both),
        "objects with CO-RE": sum(1 for source in old_relocations.keys() & new_relocations.keys() if old_relocations[source]),
        "CO-RE relocations": [sum(counter.total() for counter in each.values()) for each in (old_relocations, new_relocations)],
        "CO-RE changes": list(changed_relocations(old_relocations, new_relocations))}
