#!/usr/bin/env bash
# Makes the pictures of papers in docs/pictures/ from the sample: builds 2024Q4 into a temporary folder, opens the papers as a
# reader would (LibreOffice for DOCX) and photographs the pages. Faces that an office has and this computer may not
# (仿宋_GB2312, 方正小标宋 …) are shown with the free ones that come with Duban.
# Needs: node, LibreOffice, poppler-utils, ImageMagick. Usage: docs/pictures.sh
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
  picture_of_docx reminder 1 "$(first "$quarter"/reminders/*.docx)"
  picture_of_docx report 1 "$quarter"/report.docx
  picture_of_docx annex "$(page_with 附件1 "$work/report.pdf")" "$quarter"/report.docx
  picture_of_pdf scorecard 1 "$quarter"/assessments/207-*.pdf
  picture_of_pdf summary 1 "$quarter"/summary.pdf
  picture_of_pdf ledger 1 "$quarter"/ledger.pdf
  picture_of_pdf accountability 1 "$quarter"/internal/accountability.pdf
}

# Duban's faces under the names that DOCX papers ask for; only what stands here is seen, so that every computer draws the same.
name_faces() {
  called() {
    printf '<match target="scan"><test name="file" compare="contains"><string>%s</string></test>' "$1"
    printf '<edit name="family" mode="assign"><string>%s</string></edit>' "$2"
    printf '<edit name="weight" mode="assign"><const>regular</const></edit>'
    printf '<edit name="style" mode="assign"><string>Regular</string></edit></match>\n'
  }
  {
    echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    echo "<dir>$PWD/templates/fonts</dir><dir>/usr/share/fonts</dir><cachedir>$work/font-cache</cachedir>"
    called FandolFang.otf 仿宋_GB2312
    called FandolKai.otf 楷体_GB2312
    called FandolHei.otf 黑体
    called FandolSong-Bold.otf 方正小标宋简体
    called FandolSong.otf 宋体
    printf '<match target="pattern"><test name="family"><string>Times New Roman</string></test>'
    printf '<edit name="family" mode="assign" binding="same"><string>宋体</string></edit></match>\n'
    echo '</fontconfig>'
  } >"$work/fonts.conf"
  export FONTCONFIG_FILE=$work/fonts.conf
}

build_sample() {
  mkdir "$work/sample"
  cp -r inputs seeds templates "$work/sample/"
  # LibreOffice takes a face whose name ends in _GBK for another one.
  sed -i 's/方正小标宋_GBK/方正小标宋简体/' "$work/sample/inputs/office.yaml"
  node dist/cli.js build 2024Q4 --workspace "$work/sample" --quiet >/dev/null
}

# picture_of_docx NAME PAGE FILE
picture_of_docx() {
  local pdf
  pdf=$work/$(basename "$3" .docx).pdf
  [ -f "$pdf" ] || soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work" "$3" >/dev/null 2>&1
  picture_of_pdf "$1" "$2" "$pdf"
}

first() {
  echo "$1"
}

# page_with TEXT FILE: the first page that has a line of this text.
page_with() {
  local page pages
  pages=$(pdfinfo "$2" | awk '/^Pages:/ { print $2 }')
  for ((page = 1; page <= pages; page++)); do
    if pdftotext -f "$page" -l "$page" "$2" - | tr -d ' ' | grep -qx "$1"; then
      echo "$page"
      return
    fi
  done
  echo "no page with $1 in $2" >&2
  return 1
}

# picture_of_pdf NAME PAGE FILE
picture_of_pdf() {
  pdftoppm -r 110 -f "$2" -l "$2" -singlefile -png "$3" "$work/$1"
  shrink "$1"
}

# A thin border shows where the white page ends; few colours keep the file small.
shrink() {
  convert "$work/$1.png" -bordercolor '#cccccc' -border 1 +dither -colors 64 -define png:compression-level=9 -strip "PNG8:$pictures/$1.png"
  echo "docs/pictures/$1.png"
}

main
