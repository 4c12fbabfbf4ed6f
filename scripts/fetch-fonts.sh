#!/bin/sh
# Puts the fonts that figures are lettered with into the resources of thalweg-figures, unmodified: three
# faces of DejaVu Sans, which is matplotlib's, and Comic Neue for the hand-drawn style. To move to another
# version, change the lines below and NOTICE-FONTS.
set -eu

dejavu=dejavu-fonts-ttf@2.37.3
comic=@expo-google-fonts/comic-neue@0.4.1
sums="\
63690a24f0ded1a87858c22a4abe69f07765661d3b0ac7284f90235c5dbd9539  ComicNeue_400Regular.ttf
e6476c1b80502924294eed40894c5b18e06c181444ca953e5334262df9c27724  DejaVuSans-Bold.ttf
4af75fa16ee6d3ad43e1ecec41862c24954af26a55c6bb1ebb27bd486a50f5f4  DejaVuSans-Oblique.ttf
7da195a74c55bef988d0d48f9508bd5d849425c1770dba5d7bfc6ce9ed848954  DejaVuSans.ttf"

target=$(cd "$(dirname "$0")/.." && pwd)/thalweg-figures/src/main/resources/thalweg/figures/draw
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
for package in "$dejavu" "$comic"; do
  npm pack --silent "$package" > name
  tar xzf "$(tail -n 1 name)"
  case $package in
    "$dejavu") cp package/ttf/DejaVuSans.ttf package/ttf/DejaVuSans-Oblique.ttf package/ttf/DejaVuSans-Bold.ttf . ;
      cp package/LICENSE LICENSE-DEJAVU ;;
    "$comic") cp package/400Regular/ComicNeue_400Regular.ttf . ; cp package/LICENSE_FONT LICENSE-COMIC-NEUE ;;
  esac
done
echo "$sums" | sha256sum --check --quiet
cp ./*.ttf LICENSE-* "$target/"
echo "$dejavu and $comic are in $target"
