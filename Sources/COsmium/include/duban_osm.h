// Reads the roads of an OpenStreetMap extract (.osm.pbf) through libosmium.
//
// A plain C face: nothing of C++ passes it, no exception leaves it, and what it gives is whole or
// not there at all.
#ifndef DUBAN_OSM_H
#define DUBAN_OSM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Ways that have a `highway` tag, the nodes that they name, and the tags that say who may use them.
typedef struct duban_osm {
  // Nodes that some way names, in the order of their first use; units of 1e-7 degrees.
  int32_t *longitudes;
  int32_t *latitudes;
  // Index into the sets of tags; 0 is the empty set.
  uint32_t *node_tags;
  size_t node_count;

  // The nodes of way `w` are `refs[starts[w] ..< starts[w + 1]]`; -1 is a node outside the extract.
  uint64_t *starts;
  int32_t *refs;
  uint32_t *way_tags;
  size_t way_count;

  // A set of tags is a string of `key=value` lines.
  char **tag_sets;
  size_t tag_set_count;
} duban_osm;

// NULL on failure, with a reason (UTF-8, cut to `reason_size`) in `reason`.
duban_osm *duban_osm_read(const uint8_t *bytes, size_t count, char *reason, size_t reason_size);

void duban_osm_free(duban_osm *osm);

#ifdef __cplusplus
}
#endif
#endif
