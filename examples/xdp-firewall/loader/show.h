// What users see: the rules, and what was counted.
#pragma once
#include "fail.h"

enum outcome list_rules(void);
enum outcome show_statistics(void);
