#!/usr/bin/env bash
# Makes sure that what Duban needs is there, and says so only when something was missing.
#
#   setup.sh build     the Swift toolchain, the libraries, pdftotext
#   setup.sh browser   Chromium, Chinese fonts and Python's venv, for the browser test
#   setup.sh solvers   CBC and GLPK, for the tests that hold siting to the proven best
#   setup.sh bench     wrk, the sqlite3 shell and Python's venv, for the benchmarks
#
# Installs Debian packages with apt-get (through sudo when not root). Where there is no apt-get, it
# looks for the same things by other means and says what to install. Exit status 0 when all is there.
set -euo pipefail

build_packages=(pkg-config libxml2-dev libzip-dev libxlsxwriter-dev libsqlite3-dev
  libosmium2-dev libprotozero-dev zlib1g-dev
  poppler-utils poppler-data)
browser_packages=(chromium fonts-noto-cjk python3-venv)
solver_packages=(coinor-cbc glpk-utils)
bench_packages=(wrk sqlite3 python3-venv)

say() { printf 'setup: %s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# Package.swift asks for the tools of Swift 6.1.
check_swift() {
  command -v swift >/dev/null 2>&1 || fail \
    "swift was not found. Install Swift 6.1 or later (https://www.swift.org/install/) and put it on PATH."
  local version
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
  local major=${version%% *} minor=${version##* }
  if [ -z "$version" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
    fail "this swift is ${version/ /.}; Duban needs 6.1 or later. See https://www.swift.org/install/."
  fi
}

installed() {
  [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

install_with_apt() {
  local missing=() package
  for package in "$@"; do
    installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0

  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail \
      "this needs root and there is no sudo. As root, run: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${root[@]}" apt-get -qq update >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o Dpkg::Use-Pty=0 install --no-install-recommends -y "${missing[@]}" >&2
}

has_apt() {
  command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1
}

check_build_without_apt() {
  local missing=()
  if command -v pkg-config >/dev/null 2>&1; then
    local library
    for library in libxml-2.0 libzip xlsxwriter sqlite3; do
      pkg-config --exists "$library" || missing+=("$library (headers and pkg-config file)")
    done
  else
    missing+=(pkg-config "libxml2, libzip, libxlsxwriter and libsqlite3 (with headers)")
  fi
  local header
  for header in osmium/version.hpp protozero/pbf_reader.hpp; do
    [ -e "/usr/include/$header" ] || [ -e "/usr/local/include/$header" ] ||
      missing+=("$header (libosmium and protozero, headers)")
  done
  command -v pdftotext >/dev/null 2>&1 || missing+=("pdftotext with its Chinese encodings (poppler, poppler-data)")
  [ ${#missing[@]} -eq 0 ] && return 0
  say "there is no apt-get here, so nothing was installed. Please install:"
  printf '  %s\n' "${missing[@]}" >&2
  exit 1
}

check_browser_without_apt() {
  command -v chromium >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null && return 0
  fail "there is no apt-get here. For the browser test install Chromium, a Chinese font and Python's venv."
}

case "${1:-build}" in
  build)
    check_swift
    if has_apt; then install_with_apt "${build_packages[@]}"; else check_build_without_apt; fi
    ;;
  browser)
    if has_apt; then install_with_apt "${browser_packages[@]}"; else check_browser_without_apt; fi
    ;;
  solvers)
    if has_apt; then
      install_with_apt "${solver_packages[@]}"
    else
      command -v cbc >/dev/null 2>&1 && command -v glpsol >/dev/null 2>&1 || fail \
        "there is no apt-get here. For the tests of siting install CBC (cbc) and GLPK (glpsol)."
    fi
    ;;
  bench)
    if has_apt; then
      install_with_apt "${bench_packages[@]}"
    else
      command -v wrk >/dev/null 2>&1 && command -v sqlite3 >/dev/null 2>&1 &&
        python3 -c 'import ensurepip' 2>/dev/null || fail \
        "there is no apt-get here. For the benchmarks install wrk, the sqlite3 shell and Python's venv."
    fi
    ;;
  *)
    say "usage: setup.sh [build|browser|solvers|bench]"
    exit 64
    ;;
esac
