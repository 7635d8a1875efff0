#ifndef CSPAWN_H
#define CSPAWN_H

/// Has a process that is started close every descriptor from a number on (glibc 2.34 of 2021), which
/// Swift's own view of the C library leaves out.
///
/// - Parameter actions: a `posix_spawn_file_actions_t`.
/// - Returns: 0, or what is wrong as `errno` names it.
int cspawn_close_from(void *_Nonnull actions, int from);

#endif
