#define _GNU_SOURCE

#include "CSpawn.h"

#include <unistd.h>

int cspawn_start_in(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

int cspawn_close_others(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, short flags) {
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
  (void)actions;
  return posix_spawnattr_setflags(attributes, flags | POSIX_SPAWN_CLOEXEC_DEFAULT);
#else
  posix_spawnattr_setflags(attributes, flags);
  return posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
#endif
}
