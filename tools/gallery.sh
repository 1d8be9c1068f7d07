#!/usr/bin/env bash
# Photographs every type of public page in every edition and width (画廊): starts the demo program by itself.
#   tools/gallery.sh DIR     then look at DIR/index.html
set -euo pipefail
[ $# = 1 ] || { echo "用法 Usage: tools/gallery.sh DIR" >&2; exit 2; }
mkdir -p "$1"
GONGKAI_GALLERY=$(readlink -f "$1")
export GONGKAI_GALLERY
cd "$(dirname "$(readlink -f "$0")")/.."
. ./.build-tools.sh
find_jdk
find_maven
say "正在启动演示程序并逐页拍照…… Starting the demo program, photographing page by page…"
mvn -B -ntp -q -Pquick -pl app test -Dtest=GalleryRun
say "共 $(find "$GONGKAI_GALLERY" -name '*.png' | wc -l) 张，请看 $GONGKAI_GALLERY/index.html"
