#!/usr/bin/env bash
# Makes the pictures of papers in docs/pictures/ from the sample: builds, issues and reissues in a temporary folder, opens the papers
# as a reader would (LibreOffice for DOCX) and photographs the pages. Faces that an office has and this computer may not
# (仿宋_GB2312, 方正小标宋 …) are shown with the free ones that come with Duban.
# Needs: node, LibreOffice, poppler-utils. Usage: docs/pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."

readonly pictures=$PWD/docs/pictures
work=$(mktemp -d)
readonly work
trap 'rm -rf "$work"' EXIT

main() {
  npm run --silent prepare
  name_faces
  local quarter=$work/sample/out/2024Q4 year=$work/sample/out/2024 issued=$work/reform/out/issued/2024
  workspace sample
  duban sample build 2024Q4
  duban sample build 2024
  # The sample's reform: letters of the third quarter, issued before it and again after it.
  workspace reform
  duban reform build 2024Q3
  duban reform issue 2024Q3 --date 2024-10-10
  duban reform build 2024Q3 --for 2024-11-20
  duban reform reissue 2024Q3 --date 2024-11-20
  to_pdf "$quarter"/letters/209-*.docx "$quarter"/reminders/210-*.docx "$quarter"/report.docx "$year"/special-report.docx \
    "$issued"/*52号-209-*.docx "$issued"/X督调*〕1号-222-*.docx
  picture letter 1 "$work"/pdf/209-*.pdf
  picture letter-end -1 "$work"/pdf/209-*.pdf
  picture reminder 1 "$work"/pdf/210-*.pdf
  picture reissued-letter 1 "$work"/pdf/*52号-209-*.pdf
  picture notice 1 "$work"/pdf/X督调*〕1号-222-*.pdf
  picture report 1 "$work"/pdf/report.pdf
  picture report-figures 2 "$work"/pdf/report.pdf
  picture annex "$(page_with 附件1 "$work"/pdf/report.pdf)" "$work"/pdf/report.pdf
  picture special-report 1 "$work"/pdf/special-report.pdf
  picture scorecard 1 "$quarter"/assessments/207-*.pdf
  picture summary 1 "$quarter"/summary.pdf
  picture ledger 1 "$quarter"/ledger.pdf
  picture accountability 1 "$quarter"/internal/accountability.pdf
  picture extract 1 "$year"/extracts/207-*.pdf
}

# Duban's faces under the names that DOCX papers ask for; only what stands here is seen, so that every computer draws the same.
# FandolSong.otf stays away: LibreOffice takes it for the bold face of its family, and it has no hanzi. Latin letters and digits of
# body text and page numbers are those of the body's face.
name_faces() {
  local name
  mkdir "$work/faces"
  for name in FandolFang FandolKai FandolHei FandolSong-Bold; do ln -s "$PWD/templates/fonts/$name.otf" "$work/faces/"; done
  called() {
    printf '<match target="scan"><test name="file" compare="contains"><string>%s</string></test>' "$1"
    printf '<edit name="family" mode="assign"><string>%s</string></edit>' "$2"
    printf '<edit name="weight" mode="assign"><const>regular</const></edit>'
    printf '<edit name="style" mode="assign"><string>Regular</string></edit></match>\n'
  }
  {
    echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    echo "<dir>$work/faces</dir><dir>/usr/share/fonts</dir><cachedir>$work/font-cache</cachedir>"
    called FandolFang.otf 仿宋_GB2312
    called FandolKai.otf 楷体_GB2312
    called FandolHei.otf 黑体
    called FandolSong-Bold.otf 方正小标宋简体
    for name in 宋体 'Times New Roman'; do
      printf '<match target="pattern"><test name="family"><string>%s</string></test>' "$name"
      printf '<edit name="family" mode="assign" binding="same"><string>仿宋_GB2312</string></edit></match>\n'
    done
    echo '</fontconfig>'
  } >"$work/fonts.conf"
  export FONTCONFIG_FILE=$work/fonts.conf
}

# workspace NAME: a copy of the sample's inputs.
workspace() {
  mkdir "$work/$1"
  cp -r inputs seeds templates "$work/$1/"
  rm -rf "$work/$1/inputs/register"
}

# duban WORKSPACE COMMAND…
duban() {
  local workspace=$1
  shift
  node dist/cli.js "$@" --workspace "$work/$workspace" --quiet >/dev/null
}

# One start of LibreOffice for all papers.
to_pdf() {
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to pdf --outdir "$work/pdf" "$@" >/dev/null 2>&1
}

# page_with TEXT FILE: the first page that has a line of this text.
page_with() {
  local page
  for ((page = 1; page <= $(pages_of "$2"); page++)); do
    if pdftotext -f "$page" -l "$page" "$2" - | tr -d ' ' | grep -qx "$1"; then
      echo "$page"
      return
    fi
  done
  echo "no page with $1 in $2" >&2
  return 1
}

pages_of() {
  pdfinfo "$1" | awk '/^Pages:/ { print $2 }'
}

# picture NAME PAGE FILE: PAGE -1 is the last one.
picture() {
  local page=$2
  if [ "$page" = -1 ]; then page=$(pages_of "$3"); fi
  pdftoppm -r 100 -f "$page" -l "$page" "$3" | node docs/palette.mjs >"$pictures/$1.png"
  echo "docs/pictures/$1.png"
}

main
