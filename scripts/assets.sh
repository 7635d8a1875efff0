#!/usr/bin/env bash
# Fetches the third-party files of the pages into vendor/ at pinned versions, each checked by its
# SHA-256: ECharts and htmx out of wheels of PyPI, Leaflet out of Debian's package. Once there,
# nothing is fetched again. Pages work without them: charts then show their tables.
set -euo pipefail
cd "$(dirname "$0")/.."

leaflet=libjs-leaflet=1.7.1~dfsg-7
sums=scripts/assets.sha256

[ -d vendor ] && (cd vendor && sha256sum --check --status "../$sums") && exit 0

say() { printf 'assets: %s\n' "$*" >&2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "fetching ECharts, htmx and Leaflet …"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --require-hashes \
  --dest "$work/wheels" --requirement scripts/assets.txt
mkdir -p "$work/files"
"$work/venv/bin/python" - "$work" <<'PYTHON'
import pathlib, sys, zipfile
work = pathlib.Path(sys.argv[1])
wanted = {
    "panel/dist/bundled/echarts/echarts@6.0.0/dist/echarts.min.js": "echarts.min.js",
    "django_htmx/static/django_htmx/htmx-2.min.js": "htmx.min.js",
}
for wheel in (work / "wheels").glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in set(archive.namelist()) & set(wanted):
            (work / "files" / wanted[name]).write_bytes(archive.read(name))
PYTHON

if command -v apt-get >/dev/null 2>&1; then
  (cd "$work" && apt-get -qq -o APT::Sandbox::User=root download "$leaflet" && dpkg-deb -x libjs-leaflet_*.deb leaflet)
  from="$work/leaflet/usr/share/javascript/leaflet"
  cp "$from/leaflet.css" "$work/files/"
  cp "$from/leaflet.min.js" "$work/files/leaflet.js"
  cp "$from"/images/*.png "$work/files/"
fi

here=$PWD
(cd "$work/files" && sha256sum --check --quiet "$here/$sums") || {
  say "a file is not what it should be; nothing was kept"
  exit 1
}
rm -rf vendor
mv "$work/files" vendor
