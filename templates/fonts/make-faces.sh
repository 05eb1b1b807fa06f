#!/bin/sh
# Fetches the fonts that the faces here are subsets of, and makes the faces anew. Needs Debian (apt-get, dpkg-deb),
# npm, python3-fonttools and python3-brotli; about 110 MB are downloaded into a temporary folder, TeX is not installed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download texlive-lang-chinese=2022.20230122-1
dpkg-deb -x texlive-lang-chinese_*.deb deb
npm pack --silent @fontsource/lxgw-wenkai@5.3.0
tar xzf fontsource-lxgw-wenkai-5.3.0.tgz
/usr/bin/python3 "$here/make-faces.py" \
  deb/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol \
  package/files/lxgw-wenkai-latin-500-normal.woff2
cd "$here"
sha256sum *.otf *.ttf > SHA256SUMS
