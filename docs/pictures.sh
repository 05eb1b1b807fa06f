#!/usr/bin/env bash
# Makes the pictures of docs/pictures/ from the sample: builds 2024Q4 into a temporary folder, opens the papers as a reader
# would (LibreOffice for DOCX, Chromium for the page) and photographs the pages. Faces that an office has and this computer
# may not (仿宋_GB2312, 方正小标宋 …) are shown with the free ones that come with Duban.
# Needs: node, LibreOffice, poppler-utils, ImageMagick, Chromium. Usage: docs/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."

readonly pictures=$PWD/docs/pictures
work=$(mktemp -d)
readonly work
trap 'rm -rf "$work"' EXIT

main() {
  npx tsc -p tsconfig.build.json
  name_faces
  build_sample
  local quarter=$work/sample/out/2024Q4
  picture_of_docx letter 1 "$quarter"/letters/207-*.docx
  picture_of_docx report 1 "$quarter"/report.docx
  picture_of_docx annex 5 "$quarter"/report.docx
  picture_of_pdf scorecard 1 "$quarter"/assessments/207-*.pdf
  picture_of_pdf summary 1 "$quarter"/summary.pdf
  picture_of_pdf ledger 1 "$quarter"/ledger.pdf
  if [ -f "$quarter/index.html" ]; then pictures_of_page "$quarter/index.html"; fi
}

# The trade's face names, each with the face that Duban ships for its role.
name_faces() {
  local alias
  alias() {
    printf '<match target="pattern"><test name="family"><string>%s</string></test>' "$1"
    printf '<edit name="family" mode="assign" binding="strong"><string>%s</string></edit></match>\n' "$2"
  }
  {
    echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    echo '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
    echo "<dir>$PWD/templates/fonts</dir><cachedir>$work/font-cache</cachedir>"
    alias 仿宋_GB2312 'FandolFang Duban'
    alias 楷体_GB2312 'FandolKai Duban'
    alias 黑体 'FandolHei Duban'
    alias 宋体 'FandolSong Duban'
    alias 方正小标宋简体 'FandolSong Duban:bold'
    alias 方正小标宋_GBK 'FandolSong Duban:bold'
    echo '</fontconfig>'
  } >"$work/fonts.conf"
  export FONTCONFIG_FILE=$work/fonts.conf
}

build_sample() {
  mkdir "$work/sample"
  cp -r inputs seeds templates "$work/sample/"
  node dist/cli.js build 2024Q4 --workspace "$work/sample" --quiet
}

# picture_of_docx NAME PAGE FILE
picture_of_docx() {
  local pdf
  pdf=$work/$(basename "$3" .docx).pdf
  [ -f "$pdf" ] || soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" "$3" >/dev/null
  picture_of_pdf "$1" "$2" "$pdf"
}

# picture_of_pdf NAME PAGE FILE
picture_of_pdf() {
  pdftoppm -r 110 -f "$2" -l "$2" -singlefile -png "$3" "$work/$1"
  shrink "$1"
}

pictures_of_page() {
  picture_of_page index 1280,1600 "$1"
  picture_of_page index-dark 1280,1600 "$1" --blink-settings=preferredColorScheme=0
  picture_of_page index-390 390,1600 "$1"
}

# picture_of_page NAME WIDTH,HEIGHT FILE [FLAG]
picture_of_page() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/browser" --window-size="$2" \
    --screenshot="$work/$1.png" "${@:4}" "file://$3" >/dev/null 2>&1
  shrink "$1"
}

# A thin border shows where the white page ends; few colours keep the file small.
shrink() {
  convert "$work/$1.png" -bordercolor '#cccccc' -border 1 -colors 64 -define png:compression-level=9 -strip "PNG8:$pictures/$1.png"
  echo "docs/pictures/$1.png"
}

main
