#!/bin/sh
# Puts plotly.js's gl3d bundle, the smallest with scatter, scatter3d and surface, into the resources of
# thalweg-figures, unmodified. To move to another version, change the two lines below and NOTICE-PLOTLY.
set -eu

package=plotly.js@4.1.1
sha256=aab04dcd9c103a92b18723f8c837712fe820f325d0bcd2421e415e8124a75b9f

target=$(cd "$(dirname "$0")/.." && pwd)/thalweg-figures/src/main/resources/thalweg/figures/html/plotly
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "$package" > name
tar xzf "$(tail -n 1 name)" package/dist/plotly-gl3d.min.js package/LICENSE
echo "$sha256  package/dist/plotly-gl3d.min.js" | sha256sum --check --quiet
cp package/dist/plotly-gl3d.min.js package/LICENSE "$target/"
echo "$package is in $target"
