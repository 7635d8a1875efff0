"""Travel times beside scipy, pandana and pyosmium: speed, and the same time at every node."""

import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np
import osmium
import pandana
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

LIMIT = 18_000
MODES = ["walk", "cycle", "drive", "ambulance"]


def run(program, *arguments):
    text = subprocess.run([program, *map(str, arguments)], check=True, capture_output=True, text=True).stdout
    return {k: float(v) for k, v in (line.split("=") for line in text.splitlines())}


def fastest(passes, work):
    best, value = float("inf"), None
    for _ in range(passes):
        start = time.perf_counter()
        value = work()
        best = min(best, time.perf_counter() - start)
    return best * 1000, value


class Roads(osmium.SimpleHandler):
    """What a user of pyosmium writes to get the same graph: the nodes of every road."""

    def __init__(self):
        super().__init__()
        self.ways, self.points = [], {}

    def way(self, way):
        if "highway" in way.tags:
            refs = [node.ref for node in way.nodes]
            for node in way.nodes:
                if node.location.valid():
                    self.points[node.ref] = (node.lon, node.lat)
            self.ways.append((refs, way.tags["highway"], way.tags.get("oneway")))


def pyosmium(path):
    roads = Roads()
    roads.apply_file(str(path), locations=True)
    return len(roads.points)


def scipy_times(folder, mode, nodes):
    starts = np.fromfile(folder / f"{mode}-starts", np.int32)
    heads = np.fromfile(folder / f"{mode}-heads", np.int32)
    times = np.fromfile(folder / f"{mode}-times", np.int32)
    # Of parallel edges the shortest: a sparse matrix would add them up.
    tails = np.repeat(np.arange(nodes, dtype=np.int64), np.diff(starts))
    order = np.lexsort((times, heads, tails))
    tails, heads, times = tails[order], heads[order].astype(np.int64), times[order]
    first = np.ones(len(tails), bool)
    first[1:] = (tails[1:] != tails[:-1]) | (heads[1:] != heads[:-1])
    graph = csr_matrix((times[first].astype(float), (tails[first], heads[first])), (nodes, nodes))
    places = [i * nodes // 20 for i in range(20)]
    ms, found = fastest(20, lambda: dijkstra(graph, indices=places, min_only=True, limit=LIMIT))
    return ms, found, (tails[first], heads[first], times[first]), places


def pandana_times(folder, edges, places, nodes):
    points = np.fromfile(folder / "nodes", np.float64).reshape(-1, 2)
    tails, heads, times = edges
    import pandas as pd

    def prepare():
        net = pandana.Network(
            pd.Series(points[:, 0]), pd.Series(points[:, 1]), pd.Series(tails), pd.Series(heads),
            pd.DataFrame({"t": times.astype(float)}), twoway=False)
        net.set_pois("places", LIMIT, 1, points[places, 0], points[places, 1])
        return net

    ready, net = fastest(1, prepare)
    ms, _ = fastest(5, lambda: net.nearest_pois(LIMIT, "places", num_pois=1))
    return ready, ms


def main():
    program, maps = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    for path in sorted(maps.glob("*.osm.pbf")):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            own = run(program, "map", path, folder)
            nodes = int(own["nodes"])
            ms, count = fastest(3, lambda: pyosmium(path))
            print(f"\n{path.name}: {nodes} nodes")
            print(f"  read pbf        {own['pbf_ms']:8.2f} ms   pyosmium {ms:8.1f} ms   {ms / own['pbf_ms']:6.1f} x")
            print(f"  open saved      {own['open_ms']:8.2f} ms   the pbf  {own['pbf_ms']:8.1f} ms   {own['pbf_ms'] / own['open_ms']:6.1f} x")
            for mode in MODES:
                scipy_ms, found, edges, places = scipy_times(folder, mode, nodes)
                ours = np.fromfile(folder / f"{mode}-found", np.int32).astype(float)
                ours[ours == np.iinfo(np.int32).max] = np.inf
                same = bool(np.array_equal(ours, found))
                failed |= not same
                line = f"  nearest {mode:9s}{own[f'nearest_{mode}_ms']:8.2f} ms   scipy {scipy_ms:8.2f} ms   "
                line += f"{'the same at every node' if same else 'DIFFERENT'} ({int(np.isfinite(found).sum())} reached)"
                if mode == "walk":
                    ready, pandana_ms = pandana_times(folder, edges, places, nodes)
                    line += f"   pandana {pandana_ms:.1f} ms after {ready:.0f} ms"
                print(line)
    print()
    with tempfile.TemporaryDirectory() as name:
        for nodes in (250_000, 1_000_000):
            city = pathlib.Path(name) / "city"
            subprocess.run([program, "make", str(nodes), str(city)], check=True)
            own = run(program, "city", city)
            print(
                f"city of {int(own['city_nodes'])} nodes: nearest {own['city_nearest_ms']:.0f} ms, coverage of 20,000 points "
                f"with the second nearest {own['city_coverage_ms']:.0f} ms, peak {own['city_peak_mb']:.0f} MB")
    own = run(program, "siting")
    for goal in ("cover", "median"):
        print(f"siting 2,000 x 200 x 10, {goal}: {own[f'siting_{goal}_ms']:.1f} ms")
    if "siting_cover_best" in own:
        print(f"  cover: {own['siting_cover_value'] / own['siting_cover_best']:.4f} of the proven best")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
