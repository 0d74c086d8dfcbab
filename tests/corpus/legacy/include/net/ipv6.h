// What tc_l2_redirect_kern.c takes from the kernel's internal header of this name.
#pragma once

#include <stdbool.h>
