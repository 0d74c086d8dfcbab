# Maps: lookups with a null check, updates and deletions. Keys are small numbers, and some of them are not in the map. The runtime
# (../runtime) fills every map before each run.
import collections

from generator.blocks import block
from generator.expressions import expression
from generator.integers import U32, U64
from generator.memory import declare_object, drawn_shape
from generator.scope import ALL, Object
from generator.shapes import Array, declared

Map = collections.namedtuple("Map", "name kind entries key shape")


def make_map(scope):
    """Adds a map to the program, and returns its definition."""
    choices = scope.choices
    kind = choices.pick(("ARRAY", "HASH"))
    map_ = Map(scope.program.name("m"), kind, choices.pick((4, 2)), U32 if kind == "ARRAY" else U64, drawn_shape(scope))
    scope.program.maps.append(map_)
    return [f"MAP({map_.name}, {kind}, {map_.entries}, {map_.key.name}, {declared(map_.shape, '').replace(' [', '[').strip()});"]


def key_of(scope, map_, in_map=False):
    """The name and the declaration of a key. in_map: the key is one of those that the map was filled with."""
    name = scope.program.name("k")
    mask = map_.entries - 1 if in_map else scope.choices.pick((1, 3, 7))
    return name, f"{map_.key.name} {name} = {expression(scope).text} & {mask};"


def may_change(scope, map_):
    return map_.kind == "ARRAY" or (scope.is_program and not scope.holds_value)


def lookup(scope):
    if not scope.program.maps:
        return []
    map_ = scope.choices.pick(scope.program.maps)
    scope.program.contains("map value")
    name, key = key_of(scope, map_)
    pointer = scope.program.name("e")
    type_ = map_.shape.element.name if isinstance(map_.shape, Array) else f"struct {map_.shape.tag}"
    held = scope.holds_value
    with scope.block():
        scope.holds_value = True
        scope.objects.append(Object(pointer, map_.shape, is_pointer=True, atomics=ALL))
        found = block(scope, 1, 4)
    scope.holds_value = held
    missing = ["} else {", *block(scope)] if scope.choices.chance(25) else []
    return [key, f"{type_} *{pointer} = bpf_map_lookup_elem(&{map_.name}, &{name});", f"if ({pointer}) {{", *found, *missing, "}"]


def update(scope):
    """Copies a local variable into a map."""
    maps = [map_ for map_ in scope.program.maps if may_change(scope, map_)]
    if not maps:
        return lookup(scope)
    map_ = scope.choices.pick(maps)
    objects = [object_ for object_ in scope.objects if object_.own and object_.shape == map_.shape]
    if not objects:
        return declare_object(scope, map_.shape)
    object_ = scope.choices.pick(objects)
    scope.program.contains("map update")
    name, key = key_of(scope, map_, in_map=True)
    start = "" if isinstance(map_.shape, Array) else "&"
    return [key, f"bpf_map_update_elem(&{map_.name}, &{name}, {start}{object_.name}, BPF_ANY);"]


def delete(scope):
    hashes = [map_ for map_ in scope.program.maps if map_.kind == "HASH" and may_change(scope, map_)]
    if not hashes:
        return lookup(scope)
    map_ = scope.choices.pick(hashes)
    scope.program.contains("map delete")
    name, key = key_of(scope, map_)
    return [key, f"bpf_map_delete_elem(&{map_.name}, &{name});"]
