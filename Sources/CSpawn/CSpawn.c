#define _GNU_SOURCE
#include "CSpawn.h"

#include <spawn.h>

int cspawn_close_from(void *actions, int from) {
  return posix_spawn_file_actions_addclosefrom_np(actions, from);
}
