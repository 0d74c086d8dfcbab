// The rules that are in force.
#pragma once
#include "fail.h"
#include "fw.h"
#include "state.h"

// What a slot holds. Users call a rule by its slot, counted from 1.
struct entry {
  bool used;
  struct rule_key key;
  struct rule rule;
};

// Opens the maps, for this process alone, and reads what is in force.
enum outcome open_rules(struct state *state, struct entry entries[MAX_RULES]);

// Puts a rule in force. It replaces one with the same prefix, protocol and port; its counters begin with zero.
enum outcome add_rule(const char *text);

// Takes a rule out of force by the number that users call it by.
enum outcome delete_rule(const char *number);
