# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# What examples/run and tests/run share: on a fresh Debian 12 they install what is missing, then build bpfcc in
# build/release. The caller stands in the source tree and reads this file; the second time it is done in a moment.
# Afterwards $bpfcc and $llvm (the folder of LLVM's tools) are set, and `as_root COMMAND...` can be used.

# The only list of packages. What the build needs, what the tests need, what shows a program to the kernel.
packages="
  cmake ninja-build make g++ pkg-config
  llvm-22-dev llvm-22-tools libclang-22-dev libpolly-22-dev clang-22 lld-22 libzstd-dev zlib1g-dev libelf-dev libbpf-dev
  python3 clangd-22 ccache redis-server dpkg-dev debootstrap wget
  bpftool dwarves dwz iproute2 strace
  zsh fish mandoc man-db"

# Debian keeps bpftool, ip and tc out of an ordinary user's PATH.
PATH=$PATH:/usr/sbin:/sbin
bpfcc=$PWD/build/release/bin/bpfcc
llvm=/usr/lib/llvm-22/bin

fail() {
  echo "error: $1" >&2
  exit 2
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    command -v sudo >/dev/null || fail "'$1' needs root: be root, or install sudo"
    sudo "$@"
  fi
}

missing_packages() {
  for package in $packages; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

install_packages() {
  command -v apt-get >/dev/null || fail "this is not Debian: install what cmake/setup.sh lists, under the names it has here"
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  echo "== installing" $missing
  as_root apt-get -qq update || fail "the package lists could not be read"
  log=$(mktemp)
  # Without quotes, so that the list becomes words.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $missing >"$log" 2>&1 ||
    { cat "$log" >&2; fail "the packages could not be installed"; }
  rm "$log"
}

# libbpf is linked into bpfcc, and Debian 12's is too old for it. Debian keeps the sources of a release: trixie has this one. They are
# fetched from the mirror that this machine installs from, and compiled with the rest.
libbpf=libbpf-1.5.0
libbpf_sha256=53492aff6dd47e4da04ef5e672d753b9743848bdb38e9d90eafbe190b7983c44

fetch_libbpf() {
  [ ! -e "build/$libbpf/src/libbpf.c" ] || return 0
  echo "== fetching $libbpf"
  mkdir -p build
  mirror=$(apt-get --print-uris download libbpf-dev | sed -n "s,^'\(.*\)/[^/]*' .*,\1,p")
  [ -n "$mirror" ] || fail "no mirror of Debian's has libbpf-dev"
  archive=$PWD/build/$libbpf.tar.gz
  as_root /usr/lib/apt/apt-helper -o APT::Sandbox::User=root download-file \
    "$mirror/libbpf_${libbpf#libbpf-}.orig.tar.gz" "$archive" "SHA256:$libbpf_sha256" >/dev/null ||
    fail "$mirror does not have $libbpf as it should be"
  tar -xzf "$archive" -C build --no-same-owner
  as_root rm "$archive"
}

# The kernel's headers of each machine go beside bpfcc. Without them, where nobody can be asked, it uses the host's alone.
fetch_headers() {
  [ ! -e build/headers/linux/bpf.h ] || return 0
  echo "== fetching the kernel's headers"
  cmake/fetch-headers "$PWD/build/headers" || echo "   bpfcc is built without headers of other machines"
}

build() {
  if [ ! -e build/release/build.ninja ]; then
    echo "== configuring"
    cmake --preset release || fail "the configuration failed"
  fi
  echo "== building"
  cmake --build --preset release || fail "the build failed"
}

install_packages
fetch_libbpf
fetch_headers
build
