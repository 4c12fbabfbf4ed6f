#!/bin/sh
# Puts two bundles of plotly.js into the resources of thalweg-figures, unmodified: cartesian, which has
# contours, and gl3d, which has scatter3d and surface. A page embeds the one it needs, or both, which are
# smaller together than the full bundle. To move to another version, change the lines below and
# NOTICE-PLOTLY.
set -eu

package=plotly.js@4.1.1
sums="\
79542150855a52c567260e3137095dbe2b744e6d702a5cabe67da246942fba7a  plotly-cartesian.min.js
aab04dcd9c103a92b18723f8c837712fe820f325d0bcd2421e415e8124a75b9f  plotly-gl3d.min.js"

target=$(cd "$(dirname "$0")/.." && pwd)/thalweg-figures/src/main/resources/thalweg/figures/html/plotly
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "$package" > name
tar xzf "$(tail -n 1 name)" package/dist/plotly-cartesian.min.js package/dist/plotly-gl3d.min.js package/LICENSE
cd package/dist
echo "$sums" | sha256sum --check --quiet
cp plotly-cartesian.min.js plotly-gl3d.min.js ../LICENSE "$target/"
echo "$package is in $target"
