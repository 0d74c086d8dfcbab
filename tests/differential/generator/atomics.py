# Atomic operations on places of 32 and 64 bits. Below v3 the only one is an addition whose result is not used.
from generator import places
from generator.expressions import expression, expression_of
from generator.scope import AT_CONSTANTS

# RELAXED is a macro of program.h: known_faults.py redefines it.
ORDERS = ("__ATOMIC_SEQ_CST", "RELAXED", "__ATOMIC_ACQUIRE", "__ATOMIC_RELEASE", "__ATOMIC_ACQ_REL")
OPERATIONS = ("add", "sub", "and", "or", "xor")


def atomic_place(scope):
    """A variable or a place in an object that allows atomic operations, or None."""
    # Below v3 LLVM does not support 32 bits.
    least = 32 if scope.program.level >= 3 else 64

    def fits(type_):
        return type_.bits >= least

    # Pointers may lead into the packet, where the kernel rejects atomic operations.
    scalars = [scalar for scalar in scope.scalars if scalar.writable and fits(scalar.type) and not scalar.name.startswith("(*")]
    objects = [object_ for object_ in scope.objects if object_.atomics and places.has_place(object_, fits)]
    if scalars and (not objects or scope.choices.chance(40)):
        scalar = scope.choices.pick(scalars)
        return places.Place(scalar.name, scalar.type)
    if not objects:
        return None
    object_ = scope.choices.pick(objects)
    return places.place_in(scope, object_, fits, at_constants=object_.atomics == AT_CONSTANTS)


def addition(scope, place):
    """An addition without a result, which every instruction set has."""
    value = expression_of(scope, place.type, 1).text
    if scope.choices.chance(50):
        return [f"__sync_fetch_and_{scope.choices.pick(('add', 'sub'))}(&{place.text}, {value});"]
    order = drawn_order(scope)
    return [f"__atomic_fetch_{scope.choices.pick(('add', 'sub'))}(&{place.text}, {value}, {order});"]


def drawn_order(scope):
    """A memory order. Half of them are relaxed, as is usual for counters."""
    order = "RELAXED" if scope.choices.chance(50) else scope.choices.pick(ORDERS)
    scope.program.contains("relaxed atomic" if order == "RELAXED" else "ordered atomic")
    return order


def fetching(scope, place):
    value, order = expression_of(scope, place.type, 1).text, drawn_order(scope)
    operation = scope.choices.pick(OPERATIONS)
    call = scope.choices.weighted([(3, f"__atomic_fetch_{operation}"), (2, f"__atomic_{operation}_fetch"), (1, "__atomic_exchange_n")])
    return assigned(scope, place, f"{call}(&{place.text}, {value}, {order})")


def assigned(scope, place, call):
    scope.program.require("atomic-fetch")
    scope.program.contains("atomic with a result")
    return [f"{place.type.name} {scope.declare(place.type).name} = {call};"]


def exchange_if_equal(scope, place):
    expected, value = expression_of(scope, place.type).text, expression_of(scope, place.type).text
    # Sometimes expect the value that is there.
    expected = place.text if scope.choices.chance(40) else expected
    return assigned(scope, place, f"__sync_val_compare_and_swap(&{place.text}, {expected}, {value})")


def unused_result(scope, place):
    scope.program.require("atomic-fetch")
    order = drawn_order(scope)
    operation = scope.choices.pick(OPERATIONS[2:])
    return [f"__atomic_fetch_{operation}(&{place.text}, {expression(scope).text}, {order});"]


def load_or_store(scope, place):
    """A load-acquire or store-release, which need v4."""
    scope.program.require("load-acquire")
    scope.program.contains("load-acquire, store-release")
    if scope.choices.chance(50):
        return [f"__atomic_store_n(&{place.text}, {expression(scope).text}, __ATOMIC_RELEASE);"]
    return [f"{place.type.name} {scope.declare(place.type).name} = __atomic_load_n(&{place.text}, __ATOMIC_ACQUIRE);"]


def atomic(scope):
    place = atomic_place(scope)
    if not place:
        return []
    kinds = [(3, addition)]
    if scope.program.level >= 3:
        kinds += [(8, fetching), (2, exchange_if_equal), (1, unused_result)]
    if scope.program.level >= 4:
        kinds += [(2, load_or_store)]
    return scope.choices.weighted(kinds)(scope, place)
