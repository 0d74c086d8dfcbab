// Where the programs are: XDP and tc on each interface.
#pragma once
#include "fail.h"
#include <stdbool.h>

// Puts the programs on an interface; generic asks for the kernel's own XDP where the driver has one, too.
enum outcome attach_interface(const char *name, bool generic);

// Takes them off again. With the last interface go the rules and the counters.
enum outcome detach_interface(const char *name);
