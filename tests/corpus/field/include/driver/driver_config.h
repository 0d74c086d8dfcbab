// What the build of Debian's falcosecurity-libs makes of driver/driver_config.h.in, as far as its programs read it.
#pragma once
#define PPM_API_CURRENT_VERSION_MAJOR 8
#define PPM_API_CURRENT_VERSION_MINOR 0
#define PPM_API_CURRENT_VERSION_PATCH 0
#define PPM_SCHEMA_CURRENT_VERSION_MAJOR 2
#define PPM_SCHEMA_CURRENT_VERSION_MINOR 0
#define PPM_SCHEMA_CURRENT_VERSION_PATCH 0
#include "ppm_api_version.h"
#define DRIVER_NAME "falco"
#define DRIVER_VERSION "0"
