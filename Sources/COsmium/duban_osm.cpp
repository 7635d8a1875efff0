#include "duban_osm.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include <osmium/io/pbf_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

namespace {

// A node of the extract; `use` is its place among the nodes of ways, or -1.
struct Node {
  int64_t id;
  int32_t longitude;
  int32_t latitude;
  uint32_t tags;
  int32_t use;
};

// Tags that say what a way is and who may use it; the rest is left alone.
const char *const way_keys[] = {"highway",       "access",   "vehicle",       "motor_vehicle",
                                "motorcar",      "bicycle",  "foot",          "oneway",
                                "oneway:bicycle", "oneway:foot", "junction",  "maxspeed",
                                "maxspeed:forward", "emergency", "area",      "motorroad",
                                "cycleway",      "indoor"};
const char *const node_keys[] = {"barrier", "access",  "vehicle",  "motor_vehicle", "motorcar",
                                 "bicycle", "foot",    "emergency", "bollard"};

class TagSets {
 public:
  TagSets() { number(std::string()); }

  template <size_t N>
  uint32_t of(const osmium::TagList &tags, const char *const (&keys)[N]) {
    text_.clear();
    for (const char *key : keys) {
      const char *value = tags.get_value_by_key(key);
      if (!value) continue;
      text_ += key;
      text_ += '=';
      for (const char *c = value; *c; ++c) text_ += *c == '\n' ? ' ' : *c;
      text_ += '\n';
    }
    return text_.empty() ? 0 : number(text_);
  }

  const std::vector<std::string> &sets() const { return sets_; }

 private:
  uint32_t number(const std::string &text) {
    auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<uint32_t>(sets_.size());
    sets_.push_back(text);
    numbers_.emplace(text, next);
    return next;
  }

  std::string text_;
  std::vector<std::string> sets_;
  std::unordered_map<std::string, uint32_t> numbers_;
};

template <typename T>
T *copied(const std::vector<T> &values) {
  auto *copy = static_cast<T *>(std::malloc(std::max<size_t>(1, values.size()) * sizeof(T)));
  if (!copy) throw std::bad_alloc();
  if (!values.empty()) std::memcpy(copy, values.data(), values.size() * sizeof(T));
  return copy;
}

struct Freeing {
  void operator()(duban_osm *osm) const { duban_osm_free(osm); }
};

duban_osm *read(const uint8_t *bytes, size_t count) {
  const osmium::io::File file{reinterpret_cast<const char *>(bytes), count, "pbf"};
  osmium::io::Reader reader{file, osmium::osm_entity_bits::node | osmium::osm_entity_bits::way,
                            osmium::io::read_meta::no};
  TagSets tags;
  std::vector<Node> nodes;
  std::vector<int64_t> ids;
  std::vector<uint64_t> starts{0};
  std::vector<uint32_t> way_tags;
  bool is_sorted = true;
  while (osmium::memory::Buffer buffer = reader.read()) {
    for (const auto &item : buffer) {
      if (item.type() == osmium::item_type::node) {
        const auto &node = static_cast<const osmium::Node &>(item);
        if (!node.location().valid()) continue;
        if (!nodes.empty() && nodes.back().id >= node.id()) is_sorted = false;
        const uint32_t set = node.tags().empty() ? 0 : tags.of(node.tags(), node_keys);
        nodes.push_back({node.id(), node.location().x(), node.location().y(), set, -1});
      } else if (item.type() == osmium::item_type::way) {
        const auto &way = static_cast<const osmium::Way &>(item);
        if (!way.tags().has_key("highway")) continue;
        for (const auto &node : way.nodes()) ids.push_back(node.ref());
        starts.push_back(ids.size());
        way_tags.push_back(tags.of(way.tags(), way_keys));
      }
    }
  }
  reader.close();
  if (!is_sorted) {
    std::sort(nodes.begin(), nodes.end(),
              [](const Node &a, const Node &b) { return a.id < b.id; });
  }

  std::vector<int32_t> refs;
  std::vector<int32_t> longitudes, latitudes;
  std::vector<uint32_t> node_tags;
  refs.reserve(ids.size());
  for (const int64_t id : ids) {
    auto node = std::lower_bound(nodes.begin(), nodes.end(), id,
                                 [](const Node &a, int64_t b) { return a.id < b; });
    if (node == nodes.end() || node->id != id) {
      refs.push_back(-1);
      continue;
    }
    if (node->use < 0) {
      if (longitudes.size() >= static_cast<size_t>(std::numeric_limits<int32_t>::max())) {
        throw std::length_error("more nodes than can be numbered");
      }
      node->use = static_cast<int32_t>(longitudes.size());
      longitudes.push_back(node->longitude);
      latitudes.push_back(node->latitude);
      node_tags.push_back(node->tags);
    }
    refs.push_back(node->use);
  }

  std::unique_ptr<duban_osm, Freeing> osm{
      static_cast<duban_osm *>(std::calloc(1, sizeof(duban_osm)))};
  if (!osm) throw std::bad_alloc();
  osm->longitudes = copied(longitudes);
  osm->latitudes = copied(latitudes);
  osm->node_tags = copied(node_tags);
  osm->node_count = longitudes.size();
  osm->starts = copied(starts);
  osm->refs = copied(refs);
  osm->way_tags = copied(way_tags);
  osm->way_count = way_tags.size();
  osm->tag_sets = static_cast<char **>(std::calloc(tags.sets().size(), sizeof(char *)));
  if (!osm->tag_sets) throw std::bad_alloc();
  osm->tag_set_count = tags.sets().size();
  for (size_t i = 0; i < osm->tag_set_count; ++i) {
    osm->tag_sets[i] = copied(std::vector<char>(
        tags.sets()[i].c_str(), tags.sets()[i].c_str() + tags.sets()[i].size() + 1));
  }
  return osm.release();
}

void say(const char *what, char *reason, size_t size) {
  if (!reason || size == 0) return;
  std::strncpy(reason, what, size - 1);
  reason[size - 1] = 0;
}

}  // namespace

extern "C" duban_osm *duban_osm_read(const uint8_t *bytes, size_t count, char *reason,
                                     size_t reason_size) {
  try {
    return read(bytes, count);
  } catch (const std::exception &error) {
    say(error.what(), reason, reason_size);
  } catch (...) {
    say("unknown error", reason, reason_size);
  }
  return nullptr;
}

extern "C" void duban_osm_free(duban_osm *osm) {
  if (!osm) return;
  std::free(osm->longitudes);
  std::free(osm->latitudes);
  std::free(osm->node_tags);
  std::free(osm->starts);
  std::free(osm->refs);
  std::free(osm->way_tags);
  for (size_t i = 0; osm->tag_sets && i < osm->tag_set_count; ++i) std::free(osm->tag_sets[i]);
  std::free(osm->tag_sets);
  std::free(osm);
}
