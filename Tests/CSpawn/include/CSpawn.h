#pragma once

#include <spawn.h>

// Functions of spawn.h that Swift's Glibc module does not have.

// The program starts in `folder`.
int cspawn_start_in(posix_spawn_file_actions_t *actions, const char *folder);

// The program inherits only its standard files.
int cspawn_close_others(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, short flags);
